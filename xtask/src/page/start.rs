//! The script that starts the hosted page, in the place of Trunk's.
//!
//! Trunk's waits for the page at the top level of a module. WebKit tells nobody of what fails there,
//! and the reader would wait forever. And it fetches the Wasm in a way in which WebKit does not
//! take what the page has asked for in advance: all of it would be loaded twice.

/// Asks for the Wasm as the `<link rel="preload">` does, and leaves a failure to the listeners of
/// `index.html`.
const STARTER: &str = "
import start from './{{GLUE}}';
start({ module_or_path: new Request('./{{WASM}}', { mode: 'no-cors', credentials: 'include' }) });
";

/// What Trunk says of the Wasm that is to be asked for in advance, and what we do.
const PRELOAD: [&str; 2] = ["crossorigin=\"anonymous\" as=\"fetch\"", "as=\"fetch\""];

/// Trunk's page with another starter, and with what else the page has to run at its start; `None` if
/// it is not as Trunk makes them.
pub fn replace(page: &str, also: &str) -> Option<String> {
    let (before, rest) = page.split_once("<script type=\"module\">")?;
    let (trunks, after) = rest.split_once("</script>")?;
    let named = |ahead: &str| Some(trunks.split_once(ahead)?.1.split_once('\'')?.0);
    let starter = STARTER
        .replace("{{GLUE}}", named(" from './")?)
        .replace("{{WASM}}", named("module_or_path: './")?);
    let page = format!("{before}<script type=\"module\">{starter}{also}</script>{after}");
    page.contains(PRELOAD[0]).then(|| page.replace(PRELOAD[0], PRELOAD[1]))
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn the_page_asks_for_its_wasm_once() {
        let page = "<script type=\"module\">
            import init, * as bindings from './a.js';
            const wasm = await init({ module_or_path: './b.wasm' });
            </script><link rel=\"preload\" href=\"./b.wasm\" crossorigin=\"anonymous\" as=\"fetch\">";
        let page = replace(page, "also()").unwrap_or_default();
        assert!(page.contains("import start from './a.js';"), "{page}");
        assert!(page.contains("new Request('./b.wasm', { mode: 'no-cors'"), "{page}");
        assert!(page.contains("also()</script>"), "{page}");
        assert!(page.ends_with("<link rel=\"preload\" href=\"./b.wasm\" as=\"fetch\">"), "{page}");
        assert_eq!(replace("<script type=\"module\">start()</script>", ""), None);
    }
}
