package dev.benchlight.render.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;

import dev.benchlight.render.markdown.Inline.Style;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Turns the parser's inline nodes into stretches of text and pictures.
final class InlineMapper {
    private static final int DEEPEST = 50;

    private final List<Inline> out = new ArrayList<>();
    private final Document document;

    private InlineMapper(Document document) {
        this.document = document;
    }

    static List<Inline> of(Node parent) {
        InlineMapper mapper = new InlineMapper(parent.getDocument());
        mapper.children(parent, Set.of(), "", 0);
        return List.copyOf(mapper.out);
    }

    private void children(Node parent, Set<Style> styles, String target, int depth) {
        if (depth > DEEPEST) {
            words(parent.getChars().toString(), styles, target);
            return;
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            map(node, styles, target, depth);
        }
    }

    private void map(Node node, Set<Style> styles, String target, int depth) {
        switch (node) {
            case Text text -> words(text.getChars().unescape(), styles, target);
            case Code code -> words(code.getText().toString(), plus(styles, Style.CODE), target);
            case Emphasis _ -> children(node, plus(styles, Style.EMPHASIS), target, depth + 1);
            case StrongEmphasis _ -> children(node, plus(styles, Style.STRONG), target, depth + 1);
            case Strikethrough _ -> children(node, plus(styles, Style.STRUCK), target, depth + 1);
            // As chats do it: what a server wrote on two lines is not joined.
            case SoftLineBreak _, HardLineBreak _ -> words("\n", styles, target);
            case HtmlEntity _ -> words(node.getChars().unescape(), styles, target);
            case HtmlInlineBase _ ->
                    words(node.getChars().toString(), plus(styles, Style.MARKUP), target);
            case Image image -> picture(node, image.getUrl().unescape());
            case ImageRef image -> picture(node, reference(image));
            case Link link -> children(node, styles, link.getUrl().unescape(), depth + 1);
            case LinkRef link -> link(link, styles, target, depth);
            case MailLink mail -> words(mail.getText().toString(), styles, target);
            case AutoLink link -> autoLink(link, styles);
            default -> other(node, styles, target, depth);
        }
    }

    private void autoLink(DelimitedLinkNode link, Set<Style> styles) {
        String text = link.getText().toString();
        words(text, styles, text.startsWith("www.") ? "http://" + text : text);
    }

    private void link(LinkRef link, Set<Style> styles, String target, int depth) {
        String found = reference(link);
        if (found.isEmpty()) {
            words(link.getChars().toString(), styles, target);
        } else {
            children(link, styles, found, depth + 1);
        }
    }

    private String reference(RefNode node) {
        Reference reference = node.getReferenceNode(document);
        return reference == null ? "" : reference.getUrl().unescape();
    }

    private void picture(Node node, String target) {
        if (target.isEmpty()) {
            words(node.getChars().toString(), Set.of(), "");
        } else {
            out.add(
                    new Inline.Picture(
                            new TextCollectingVisitor().collectAndGetText(node), target));
        }
    }

    private void other(Node node, Set<Style> styles, String target, int depth) {
        if (node.hasChildren()) {
            children(node, styles, target, depth + 1);
        } else {
            words(node.getChars().toString(), styles, target);
        }
    }

    private static Set<Style> plus(Set<Style> styles, Style style) {
        EnumSet<Style> all = EnumSet.of(style);
        all.addAll(styles);
        return all;
    }

    /// Joins what looks alike: fewer nodes to lay out.
    private void words(String text, Set<Style> styles, String target) {
        if (!out.isEmpty()
                && out.getLast() instanceof Inline.Words last
                && last.styles().equals(styles)
                && last.target().equals(target)
                && last.text().length() < 4000) {
            out.set(out.size() - 1, new Inline.Words(last.text() + text, styles, target));
        } else if (!text.isEmpty()) {
            out.add(new Inline.Words(text, styles, target));
        }
    }
}
