package dev.benchlight.app.apps;

/// The page that a browser is given to show an app in: the app stands in a frame with an origin of
/// its own, which runs scripts and may do nothing else, under the policy that it declared. The
/// frame has the policy of the page around it, since its document is part of that page. Nobody
/// answers the app: it gets no tool results, and calls no tools.
public final class AppWrapper {
    private AppWrapper() {}

    public static String of(AppPage app) {
        String policy = String.join("; ", AppPolicy.of(app.ui()).directives());
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="x-dns-prefetch-control" content="off">
        <title>%s</title>
        <style>html, body { margin: 0; height: 100%%; } iframe { border: 0; display: block; width: 100%%; height: 100%%; }</style>
        </head>
        <body>
        <iframe sandbox="allow-scripts" allow="" referrerpolicy="no-referrer" title="App" srcdoc="%s"></iframe>
        </body>
        </html>
        """
                .formatted(escaped(policy), escaped("App " + app.uri()), escaped(app.html()));
    }

    /// As text and as the value of an attribute in double quotes.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
