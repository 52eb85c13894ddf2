package dev.benchlight.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/// Draws a forecast as a PNG: a bar from low to high for each day, and a line of the rain.
final class ForecastChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;
    private static final int MARGIN = 44;
    private static final int EDGE = 28;
    private static final Color PAPER = new Color(0xf6f8fa);
    private static final Color INK = new Color(0x24292f);
    private static final Color GRID = new Color(0xd8dee4);
    private static final Color WARM = new Color(0xe16f24);
    private static final Color RAIN = new Color(0x0969da);

    private ForecastChart() {}

    static byte[] png(Forecast forecast) {
        ImageIO.setUseCache(false);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            draw(forecast, pen);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Forecast forecast, Graphics2D pen) {
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        int top = forecast.days().stream().mapToInt(Forecast.Day::high).max().orElse(1) + 2;
        int bottom = forecast.days().stream().mapToInt(Forecast.Day::low).min().orElse(0) - 2;
        double scale = (HEIGHT - 2.0 * EDGE) / Math.max(1, top - bottom);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        pen.setColor(GRID);
        for (int line = 0; line <= 4; line++) {
            int y = EDGE + line * (HEIGHT - 2 * EDGE) / 4;
            pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
        }
        Path2D rain = new Path2D.Double();
        double step = (WIDTH - 2.0 * MARGIN) / forecast.days().size();
        for (int index = 0; index < forecast.days().size(); index++) {
            Forecast.Day day = forecast.days().get(index);
            double x = MARGIN + (index + 0.5) * step;
            double y = EDGE + (top - day.high()) * scale;
            pen.setColor(WARM);
            double width = Math.min(28, step * 0.5);
            pen.fill(
                    new RoundRectangle2D.Double(
                            x - width / 2, y, width, (day.high() - day.low()) * scale, 8, 8));
            pen.setColor(INK);
            pen.drawString(day.high() + forecast.unit(), (float) x - 14, (float) y - 6);
            pen.drawString(day.name(), (float) x - 12, HEIGHT - EDGE + 17);
            double wet = HEIGHT - EDGE - day.rainPercent() / 100.0 * (HEIGHT - 2 * EDGE);
            if (index == 0) {
                rain.moveTo(x, wet);
            } else {
                rain.lineTo(x, wet);
            }
        }
        pen.setColor(RAIN);
        pen.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(rain);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
        pen.drawString("rain", WIDTH - MARGIN - 26, 17);
        pen.setColor(WARM);
        pen.drawString("low to high", MARGIN, 17);
    }
}
