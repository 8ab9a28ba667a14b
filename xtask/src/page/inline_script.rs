//! The scripts that stand in the page itself, minified: people read them in the repository.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup;

/// How they begin: one that every browser runs, and one that old browsers leave alone.
const STARTS: [&str; 2] = ["<script>", "<script type=\"module\">"];
const END: &str = "</script>";

/// The page with its inline scripts minified.
pub fn minify(repository: &Repository, page: &str) -> Outcome<String> {
    let mut page = page.to_owned();
    for start in STARTS {
        let (before, script, after) = parts(&page, start).ok_or_else(|| {
            Failure::new(format!(
                "The page has not one {start} as xtask/src/page/inline_script.rs knows it."
            ))
        })?;
        let mut esbuild =
            process::program(setup::npm_packages::esbuild(repository), repository.root());
        esbuild.args(["--minify", "--charset=utf8", "--log-level=warning"]);
        // The names in a module are nobody else's.
        esbuild.args((start != STARTS[0]).then_some("--format=esm"));
        let script = process::piped(&mut esbuild, script)?;
        page = format!("{before}{start}{}{END}{after}", script.trim_end());
    }
    Ok(page)
}

/// What stands before, in and after the one script that begins so.
fn parts<'a>(page: &'a str, start: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = page.split_once(start)?;
    let (script, after) = rest.split_once(END)?;
    (!after.contains(start)).then_some((before, script, after))
}

#[cfg(test)]
mod tests {
    use super::{STARTS, parts};

    #[test]
    fn finds_one_script_of_each_kind() {
        let page = "<script type=\"module\">a</script><script>b</script><p>c";
        let before = "<script type=\"module\">a</script>";
        assert_eq!(parts(page, STARTS[0]), Some((before, "b", "<p>c")));
        assert_eq!(parts(page, STARTS[1]), Some(("", "a", "<script>b</script><p>c")));
        assert_eq!(parts("<script>a</script><script>b</script>", STARTS[0]), None);
        assert_eq!(parts("<script type=\"module\">a</script>", STARTS[0]), None);
    }
}
