//! Parses JSON after RFC 8259, and the `NaN` and `Infinity` of Python as no value. What Python prints of lists
//! and dictionaries is parsed, too, where it is asked for.

use std::borrow::Cow;

use super::node::Node;

/// How deep lists and objects may lie in each other. Parsing is recursive, and the stack of a
/// page is small.
const DEEPEST: usize = 64;

/// Where a text is no JSON: the byte, and what was expected there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonError {
    /// The byte.
    pub at: usize,
    /// What was expected there.
    pub expected: &'static str,
}

/// Parses one JSON value with blanks around it.
///
/// # Errors
/// Where the text is no JSON.
pub fn parse(text: &str) -> Result<Node<'_>, JsonError> {
    let mut parser = Parser { text, at: 0, is_python: false };
    let node = parser.value(0)?;
    parser.blanks();
    if parser.at < text.len() { parser.fail("the end") } else { Ok(node) }
}

/// Parses JSON values that follow each other, with blanks or a comma between or nothing. Where the first text is
/// in single quotes, it is what Python prints: with texts in either quotes, `None`, `True` and `False`.
///
/// # Errors
/// Where the text is neither.
pub fn parse_several(text: &str) -> Result<Vec<Node<'_>>, JsonError> {
    several(Parser { text, at: 0, is_python: is_python(text) })
}

/// Whether the first text in lists and objects is in single quotes, as Python prints it.
pub(crate) fn is_python(text: &str) -> bool {
    let is_begin = |c: char| matches!(c, '[' | '{') || c.is_whitespace();
    let inner = text.trim_start_matches(is_begin);
    inner.len() < text.len() && inner.starts_with('\'')
}

fn several(mut parser: Parser<'_>) -> Result<Vec<Node<'_>>, JsonError> {
    let mut nodes = Vec::new();
    loop {
        nodes.push(parser.value(0)?);
        parser.blanks();
        parser.take(b',');
        parser.blanks();
        if parser.at >= parser.text.len() {
            return Ok(nodes);
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// Whether single quotes, and Python's words for nothing, true and false, are read.
    is_python: bool,
}

impl<'t> Parser<'t> {
    fn fail<T>(&self, expected: &'static str) -> Result<T, JsonError> {
        Err(JsonError { at: self.at, expected })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// Goes on behind that byte, if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn word(&mut self, word: &str) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let there = rest.starts_with(word);
        self.at += if there { word.len() } else { 0 };
        there
    }

    fn value(&mut self, depth: usize) -> Result<Node<'t>, JsonError> {
        if depth > DEEPEST {
            return self.fail("at most 64 lists and objects within each other");
        }
        self.blanks();
        match self.peek() {
            Some(b'{') => self.record(depth),
            Some(b'[') => self.list(depth),
            Some(quote) if self.is_quote(quote) => self.string(quote).map(Node::Text),
            Some(b'N' | b'T' | b'F' | b'n') if self.is_python => self.python_word(),
            // Python writes these, though JSON has no words for them: there is no number.
            Some(b'N' | b'I' | b'-')
                if self.word("NaN") || self.word("Infinity") || self.word("-Infinity") =>
            {
                Ok(Node::Null)
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') if self.word("true") => Ok(Node::Flag(true)),
            Some(b'f') if self.word("false") => Ok(Node::Flag(false)),
            Some(b'n') if self.word("null") => Ok(Node::Null),
            _ => self.fail("a value"),
        }
    }

    fn is_quote(&self, byte: u8) -> bool {
        byte == b'"' || self.is_python && byte == b'\''
    }

    fn python_word(&mut self) -> Result<Node<'t>, JsonError> {
        for (word, node) in [
            ("None", Node::Null),
            ("True", Node::Flag(true)),
            ("False", Node::Flag(false)),
            ("nan", Node::Null),
            ("NaN", Node::Null),
            ("null", Node::Null),
        ] {
            if self.word(word) {
                return Ok(node);
            }
        }
        self.fail("a value")
    }

    fn list(&mut self, depth: usize) -> Result<Node<'t>, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        self.blanks();
        if self.take(b']') {
            return Ok(Node::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.blanks();
            if self.take(b']') {
                return Ok(Node::List(items));
            }
            if !self.take(b',') {
                return self.fail("a comma or the end of the list");
            }
        }
    }

    fn record(&mut self, depth: usize) -> Result<Node<'t>, JsonError> {
        self.at += 1;
        let mut fields = Vec::new();
        self.blanks();
        if self.take(b'}') {
            return Ok(Node::Record(fields));
        }
        loop {
            self.blanks();
            let Some(quote) = self.peek().filter(|byte| self.is_quote(*byte)) else {
                return self.fail("a key in quotes");
            };
            let key = self.string(quote)?;
            self.blanks();
            if !self.take(b':') {
                return self.fail("a colon");
            }
            fields.push((key, self.value(depth + 1)?));
            self.blanks();
            if self.take(b'}') {
                return Ok(Node::Record(fields));
            }
            if !self.take(b',') {
                return self.fail("a comma or the end of the object");
            }
        }
    }

    fn number(&mut self) -> Result<Node<'t>, JsonError> {
        let start = self.at;
        self.take(b'-');
        let whole = self.at;
        let count = self.digits();
        let leading_zero = count > 1 && self.text.as_bytes().get(whole) == Some(&b'0');
        let mut sound = count > 0 && !leading_zero;
        if self.take(b'.') {
            sound = self.digits() > 0 && sound;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            let _ = self.take(b'+') || self.take(b'-');
            sound = self.digits() > 0 && sound;
        }
        let number = self.text.get(start..self.at).unwrap_or_default();
        if sound { Ok(Node::Number(number)) } else { self.fail("a number") }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self, quote: u8) -> Result<Cow<'t, str>, JsonError> {
        self.at += 1;
        let mut made: Option<String> = None;
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != quote && !matches!(byte, b'\\' | 0..=0x1f))
            {
                self.at += 1;
            }
            let plain = self.text.get(start..self.at).unwrap_or_default();
            match self.peek() {
                Some(byte) if byte == quote => {
                    self.at += 1;
                    return Ok(match made {
                        Some(text) => Cow::Owned(text + plain),
                        None => Cow::Borrowed(plain),
                    });
                }
                Some(b'\\') => {
                    let text = made.get_or_insert_default();
                    text.push_str(plain);
                    self.at += 1;
                    let c = self.escaped()?;
                    text.push(c);
                }
                _ => return self.fail("the end of the text in quotes"),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, JsonError> {
        let Some(byte) = self.peek() else { return self.fail("a character after the backslash") };
        let c = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'\'' if self.is_python => '\'',
            b'x' if self.is_python => {
                self.at += 1;
                return self.hex::<2>().map(|code| char::from_u32(code).unwrap_or('\u{fffd}'));
            }
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return self.fail("a character that can be escaped"),
        };
        self.at += 1;
        Ok(c)
    }

    fn unicode(&mut self) -> Result<char, JsonError> {
        let first = self.hex::<4>()?;
        let code = if (0xd800..0xdc00).contains(&first) && self.word("\\u") {
            let second = self.hex::<4>()?;
            if !(0xdc00..0xe000).contains(&second) {
                return self.fail("the second half of a character");
            }
            0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
        } else {
            first
        };
        match char::from_u32(code) {
            Some(c) => Ok(c),
            None => self.fail("both halves of a character"),
        }
    }

    fn hex<const DIGITS: usize>(&mut self) -> Result<u32, JsonError> {
        let digits = self.text.as_bytes().get(self.at..).and_then(<[u8]>::first_chunk::<DIGITS>);
        let Some(digits) = digits else { return self.fail("four hexadecimal digits") };
        let mut code = 0;
        for digit in digits {
            let Some(digit) = char::from(*digit).to_digit(16) else {
                return self.fail("four hexadecimal digits");
            };
            code = code * 16 + digit;
        }
        self.at += DIGITS;
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn same(node: &Node<'_>, value: &Value) -> bool {
        match (node, value) {
            (Node::Null, Value::Null) => true,
            (Node::Flag(a), Value::Bool(b)) => a == b,
            (Node::Number(a), Value::Number(b)) => a.parse::<f64>().ok() == b.as_f64(),
            (Node::Text(a), Value::String(b)) => a == b,
            (Node::List(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Node::Record(a), Value::Object(b)) => {
                // The last of several values of a key counts there.
                b.iter().all(|(key, value)| {
                    let last = a.iter().rfind(|(name, _)| name == key);
                    last.is_some_and(|(_, node)| same(node, value))
                }) && a.iter().all(|(key, _)| b.contains_key(key.as_ref()))
            }
            _ => false,
        }
    }

    /// Whether there is a number that 64 bits cannot hold.
    fn is_too_large(node: &Node<'_>) -> bool {
        match node {
            Node::Number(number) => number.parse::<f64>().is_ok_and(f64::is_infinite),
            Node::List(items) => items.iter().any(is_too_large),
            Node::Record(entries) => entries.iter().any(|(_, node)| is_too_large(node)),
            Node::Null | Node::Flag(_) | Node::Text(_) => false,
        }
    }

    #[test]
    fn numbers_keep_their_spelling_however_large() {
        let text = "-0.5e+311";
        assert_eq!(parse(text).ok(), Some(Node::Number(text)));
        assert!(serde_json::from_str::<Value>(text).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn agrees_with_serde_json(parts in prop::collection::vec(prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\\n\"", "1", "-0.5e+3", "01", "null", "true",
            "fals", " ", "\n", "\"", "\\", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "-",
            "{\"k\":", "\"x\":1", "é", "\u{1}",
        ]), 0..14)) {
            let text = parts.concat();
            let serde: Result<Value, _> = serde_json::from_str(&text);
            match (parse(&text), serde) {
                (Ok(node), Ok(value)) => prop_assert!(same(&node, &value), "{text}"),
                (Err(_), Err(_)) => {}
                // Numbers keep their spelling here: it is not for this parser to say which are too large.
                (Ok(node), Err(error)) if error.to_string().starts_with("number out of range") => {
                    prop_assert!(is_too_large(&node), "{text}");
                }
                (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?} {theirs:?}"),
            }
        }
    }

    #[test]
    fn several_values_follow_each_other() {
        let count = |text: &str| parse_several(text).map_or(0, |nodes| nodes.len());
        for text in ["{\"a\":1}{\"a\":2}", "{} {}", "[1],[2]\n", "1\r\n2,"] {
            assert_eq!(count(text), 2, "{text}");
        }
        assert_eq!(count("{\"a\":1}"), 1);
        for text in ["", "{}x", "{},,{}", "{}{", ",{}"] {
            assert!(parse_several(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_python_prints_is_read() {
        let python = "[{'a': 'it\\'s', \"b\": \"it's\", 'c': None, 'd': [True, False, nan, -1.5], 'e': '\\xe9\\u00e9\"'}]";
        let json = r#"[{"a":"it's","b":"it's","c":null,"d":[true,false,null,-1.5],"e":"éé\""}]"#;
        let read = parse_several(python).unwrap_or_default();
        assert_eq!(read.first(), parse(json).ok().as_ref());
        for text in [
            "{'a': 'b}",
            "{'a': Nope}",
            "{a: 1}",
            "('a',)",
            "{'a': '\\x9'}",
            "{'a': datetime.date(2024, 9, 6)}",
        ] {
            assert!(parse_several(text).is_err(), "{text}");
        }
        assert!(parse(python).is_err());
    }

    #[test]
    fn depth_is_limited() {
        assert!(parse(&"[".repeat(100_000)).is_err());
        assert!(parse(&format!("{}{}", "[".repeat(60), "]".repeat(60))).is_ok());
    }
}
