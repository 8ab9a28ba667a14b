//! The script with which `trunk serve` reloads the page after a change. It is there if, and only if, the
//! page is served by Trunk.

/// What no other script of the page has.
const SIGN: &str = ".well-known/trunk/ws";

/// What Trunk's server fills in when it is asked for the page, and what stands for the same. The policy
/// admits the script by its hash, so it must be the same for every request.
const FILLED_IN: [(&str, &str); 2] =
    [("'{{__TRUNK_ADDRESS__}}'", "window.location.host"), ("'{{__TRUNK_WS_BASE__}}'", "'/'")];

/// The page without the script, and the script's text if there is one.
pub fn split(page: &str) -> (String, Option<String>) {
    let parts = page.find(SIGN).and_then(|sign| {
        let start = page[..sign].rfind("<script")?;
        let text = start + page[start..].find('>')? + 1;
        let end = text + page[text..].find("</script>")?;
        Some((start, text, end))
    });
    let Some((start, text, end)) = parts else { return (page.to_owned(), None) };
    let script = FILLED_IN
        .iter()
        .fold(page[text..end].to_owned(), |script, (place, by)| script.replace(place, by));
    (format!("{}{}", &page[..start], &page[end + "</script>".len()..]), Some(script))
}

/// The page with the script at its end.
pub fn appended(page: &str, script: &str) -> String {
    page.replacen("</body>", &format!("<script>{script}</script></body>"), 1)
}

#[cfg(test)]
mod tests {
    use super::{appended, split};

    #[test]
    fn the_script_is_the_same_for_every_request() {
        let script =
            "const a = '{{__TRUNK_ADDRESS__}}'; '{{__TRUNK_WS_BASE__}}' + '.well-known/trunk/ws'";
        let page = format!("<body><script>b</script><script>{script}</script></body>");
        let (rest, script) = split(&page);
        assert_eq!(rest, "<body><script>b</script></body>");
        let script = script.unwrap_or_default();
        assert_eq!(script, "const a = window.location.host; '/' + '.well-known/trunk/ws'");
        assert!(appended(&rest, &script).ends_with("ws'</script></body>"));
        assert_eq!(split("<body></body>"), ("<body></body>".to_owned(), None));
    }
}
