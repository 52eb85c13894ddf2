package dev.benchlight.render.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.render.PixelBudget;
import dev.benchlight.render.Sniffed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Base64;

class ImageDecoderTest {
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpeg,JPEG", "gif,GIF", "bmp,BMP"})
    void formatsAreDecoded(String format, Sniffed kind) throws Exception {
        DecodedImage image = decoded(Pictures.encoded(format, 64, 28));
        assertThat(image.kind()).isEqualTo(kind);
        assertThat(image.width()).isEqualTo(64);
        assertThat(image.height()).isEqualTo(28);
        assertThat(image.odd()).isEmpty();
        int middle = image.image().getPixelReader().getArgb(32, 14);
        assertThat(middle & 0xff).isBetween(0xd8, 0xe8);
        assertThat(middle >>> 24).isEqualTo(0xff);
    }

    @Test
    void webPIsDecoded() throws Exception {
        DecodedImage image = decoded(WEBP);
        assertThat(image.kind()).isEqualTo(Sniffed.WEBP);
        assertThat(image.width()).isEqualTo(1);
    }

    @Test
    void transparencyIsKept() throws Exception {
        DecodedImage image = decoded(Pictures.encoded("png", 40, 40));
        assertThat(image.image().getPixelReader().getArgb(0, 0) >>> 24).isZero();
    }

    @Test
    void theFirstFrameOfAnAnimationIsShownAndSaid() throws Exception {
        DecodedImage image = decoded(Pictures.animatedGif());
        assertThat(image.width()).isEqualTo(20);
        assertThat(image.odd()).contains("animated", "first frame");
    }

    @Test
    void aVeryLargeImageIsHeldAtHalfItsSizeAndSaysSo() throws Exception {
        DecodedImage image = decoded(Pictures.encoded("png", 5_000, 4_001));
        assertThat(image.width()).isEqualTo(5_000);
        assertThat(image.height()).isEqualTo(4_001);
        assertThat(image.image().getWidth()).isEqualTo(2_500);
        assertThat(image.image().getPixelReader().getArgb(1_250, 1_000)).isEqualTo(0xff2080e0);
        assertThat(image.odd()).contains("Every other pixel is left out");
    }

    @Test
    void claimedSizesAreRefusedBeforeDecoding() {
        assertThatThrownBy(() -> decoded(Pictures.claimingPng(50_000, 50_000)))
                .isInstanceOf(ImageDecoder.RefusedException.class)
                .hasMessageContaining("50,000 × 50,000")
                .hasMessageContaining("40 million");
        assertThatThrownBy(() -> decoded(Pictures.claimingPng(16_385, 1)))
                .hasMessageContaining("16,384");
        assertThatThrownBy(() -> decoded(Pictures.claimingGif(65_535, 65_535)))
                .hasMessageContaining("65,535 × 65,535");
        assertThatThrownBy(() -> decoded(Pictures.claimingPng(-1, 0)))
                .isInstanceOf(ImageDecoder.RefusedException.class);
        assertThatThrownBy(() -> decoded(Pictures.claimingJpeg(65_500, 65_500)))
                .hasMessageContaining("JPEG image says it is 65,500 × 65,500");
        assertThatThrownBy(() -> decoded(Pictures.claimingBmp(20_000, 2_001)))
                .as("more pixels than the file has bytes for")
                .isInstanceOf(ImageDecoder.RefusedException.class);
        assertThatThrownBy(() -> decoded(Pictures.claimingWebp(16_384, 16_384)))
                .hasMessageContaining("WebP image says it is 16,384 × 16,384");
    }

    @ParameterizedTest
    @CsvSource({"png", "jpeg", "gif", "bmp"})
    void dataCutAnywhereIsRefusedOrMarked(String format) throws Exception {
        byte[] whole = Pictures.encoded(format, 64, 64);
        for (int length = 0; length < whole.length - 16; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(decoded(cut).width()).isEqualTo(64);
            } catch (ImageDecoder.RefusedException e) {
                assertThat(e).hasMessageEndingWith(".");
            }
        }
    }

    @Test
    void anInterruptEndsTheWork() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> decoded(Pictures.encoded("png", 4, 4)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static DecodedImage decoded(byte[] bytes) throws Exception {
        return ImageDecoder.decode(bytes, new PixelBudget());
    }
}
