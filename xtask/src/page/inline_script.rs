//! The script that stands in `index.html` itself, minified: people read it in the repository.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup;

const START: &str = "<script>";
const END: &str = "</script>";

/// The page with its inline script minified.
pub fn minify(repository: &Repository, page: &str) -> Outcome<String> {
    let (before, script, after) = parts(page).ok_or_else(|| {
        Failure::new("index.html has no inline script as xtask/src/page/inline_script.rs knows it.")
    })?;
    let mut esbuild = process::program(setup::npm_packages::esbuild(repository), repository.root());
    esbuild.args(["--minify", "--log-level=warning"]);
    let script = process::piped(&mut esbuild, script)?;
    Ok(format!("{before}{START}{}{END}{after}", script.trim_end()))
}

/// What stands before, in and after the one inline script that is no module.
fn parts(page: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = page.split_once(START)?;
    let (script, after) = rest.split_once(END)?;
    (!after.contains(START)).then_some((before, script, after))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn finds_the_script_and_no_module() {
        let page = "<script type=\"module\">a</script><script>b</script><p>c";
        let before = "<script type=\"module\">a</script>";
        assert_eq!(parts(page), Some((before, "b", "<p>c")));
        assert_eq!(parts("<script>a</script><script>b</script>"), None);
        assert_eq!(parts("<script type=\"module\">a</script>"), None);
    }
}
