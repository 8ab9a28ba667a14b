//! A module of JavaScript as an expression: what it offers, as one object. So a module can be part of
//! another script.

/// The expression; `None` if the module imports something, which then could not be found.
pub fn of_module(module: &str) -> Option<String> {
    function_of(module).map(|function| format!("({function})()"))
}

/// A function whose value the expression is; `None` as of [`of_module`].
pub fn function_of(module: &str) -> Option<String> {
    let mut offered = Vec::new();
    let mut body = String::with_capacity(module.len());
    for line in module.lines() {
        if line.starts_with("import ") || line.starts_with("import{") {
            return None;
        }
        let Some(rest) = line.strip_prefix("export ") else {
            body.push_str(line);
            body.push('\n');
            continue;
        };
        if let Some(list) = rest.strip_prefix('{') {
            for entry in list.split('}').next()?.split(',').map(str::trim) {
                offered.push(match entry.split_once(" as ") {
                    Some((own, name)) => format!("{name}: {own}"),
                    None => entry.to_owned(),
                });
            }
        } else {
            offered.push(name(rest)?.to_owned());
            body.push_str(rest);
            body.push('\n');
        }
    }
    let offered = offered.join(", ");
    Some(format!("() => {{\n{body}return {{ {offered} }};\n}}"))
}

/// The name that a declaration gives: `async function mount(…`.
fn name(declaration: &str) -> Option<&str> {
    let declaration = declaration.strip_prefix("async ").unwrap_or(declaration);
    let rest =
        ["function ", "class "].into_iter().find_map(|kind| declaration.strip_prefix(kind))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))?;
    Some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::of_module;

    #[test]
    fn what_a_module_exports_is_returned() {
        let module = "export class A {\n}\nlet b;\nexport async function c(d) {}\nexport { e, __f as default };";
        assert_eq!(
            of_module(module).as_deref(),
            Some(
                "(() => {\nclass A {\n}\nlet b;\nasync function c(d) {}\nreturn { A, c, e, default: __f };\n})()"
            )
        );
        assert_eq!(of_module("import { a } from './snippets/a.js';"), None);
        assert_eq!(of_module("export default 1;"), None);
    }
}
