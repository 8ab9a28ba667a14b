//! A number as it is spelled: sign, unit, digits and marks.

/// Mark of the Arabic scripts before the fraction, whatever the column's mark is.
const ARABIC_FRACTION: char = '\u{66b}';
/// Mark of the Arabic scripts between thousands.
const ARABIC_GROUP: char = '\u{66c}';

/// What may stand before or behind a number for its currency. Longer ones come before those that
/// they begin with.
const CURRENCIES: &[&str] = &[
    "US$", "CA$", "AU$", "NZ$", "HK$", "NT$", "MX$", "R$", "A$", "C$", "S$", "$", "\u{20ac}",
    "\u{a3}", "\u{a5}", "\u{20a9}", "\u{20b9}", "\u{20bd}", "\u{20ba}", "\u{20ab}", "\u{20b4}",
    "\u{20a6}", "\u{20b1}", "\u{e3f}", "\u{20aa}", "\u{20b8}", "\u{20ad}", "\u{20ae}", "\u{a2}",
    "\u{5143}", "\u{5186}", "\u{c6d0}", "Rs.", "Rs", "Rp.", "Rp", "RM", "kr.", "kr", "zł", "Kč",
    "Ft", "руб.", "руб", "KSh", "CFA", "USD", "EUR", "GBP", "CNY", "RMB", "JPY", "KRW", "INR",
    "RUB", "AUD", "CAD", "CHF", "HKD", "TWD", "SGD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
    "HUF", "TRY", "BRL", "MXN", "ZAR", "THB", "VND", "IDR", "MYR", "PHP", "PKR", "BDT", "LKR",
    "KZT", "UAH", "AED", "SAR", "ILS", "EGP", "NGN", "KES", "LAK", "KHR", "MMK",
];

/// A number without what stands around its digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) negative: bool,
    /// It begins with a plus.
    pub(super) plus: bool,
    pub(super) percent: bool,
    pub(super) currency: Option<&'static str>,
    /// ASCII digits with marks between.
    pub(super) body: String,
    /// The power of ten, with its sign.
    pub(super) exponent: Option<String>,
}

impl Spelling {
    /// Takes a text apart, if it may be a number: that its marks make sense is seen in
    /// [`Self::value`].
    pub(super) fn of(text: &str) -> Option<Self> {
        // An open end, 2019–, is no minus; nor is 2019-.
        if text.ends_with(['\u{2013}', '\u{2014}']) {
            return None;
        }
        let text: String = text.chars().filter_map(plain).collect();
        let mut spelling = Self {
            negative: false,
            plus: false,
            percent: false,
            currency: None,
            body: String::new(),
            exponent: None,
        };
        let rest = spelling.unwrap(&text)?;
        let (number, exponent) = match rest.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, Some(exponent)),
            None => (rest, None),
        };
        if let Some(exponent) = exponent {
            let digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
            if digits.len() > 4 || !is_digits(digits) {
                return None;
            }
            spelling.exponent = Some(exponent.to_owned());
        }
        let is_part = |c: char| c.is_ascii_digit() || MARKS.contains(&c) || c == '.' || c == ',';
        if !number.ends_with(|c: char| c.is_ascii_digit()) || !number.chars().all(is_part) {
            return None;
        }
        spelling.body = number.to_owned();
        Some(spelling)
    }

    /// Takes off sign, brackets, currency and percent sign, in whatever order they stand, each once.
    fn unwrap<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let mut rest = text.trim();
        loop {
            let before = rest;
            if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                self.minus()?;
                rest = inner;
            } else if let Some(behind) = rest.strip_prefix('-') {
                self.minus()?;
                rest = behind;
            } else if let Some(behind) = rest.strip_prefix('+') {
                self.plus = !self.plus && !self.negative;
                rest = if self.plus { behind } else { return None };
            } else if let Some(before) = rest.strip_suffix('-') {
                self.minus()?;
                let year = before.len() == 4 && before.starts_with(['1', '2']) && is_digits(before);
                rest = if year { return None } else { before };
            } else if let Some(number) = rest.strip_suffix('%').or_else(|| rest.strip_prefix('%')) {
                self.percent = !self.percent;
                rest = if self.percent { number } else { return None };
            } else if let Some((currency, number)) = without_currency(rest) {
                if self.currency.replace(currency).is_some() {
                    return None;
                }
                rest = number;
            }
            rest = rest.trim();
            if rest.len() == before.len() {
                return Some(rest);
            }
        }
    }

    fn minus(&mut self) -> Option<()> {
        let once = !self.negative && !self.plus;
        self.negative = true;
        once.then_some(())
    }

    /// The number with `fraction` as the mark before the fraction, and `group` as one of the marks
    /// between thousands.
    pub(super) fn value(&self, fraction: char, group: char) -> Option<f64> {
        let mut plain = String::with_capacity(self.body.len() + 8);
        if self.negative {
            plain.push('-');
        }
        let (whole, behind) = match self.body.split_once([fraction, ARABIC_FRACTION]) {
            Some((whole, behind)) => (whole, Some(behind)),
            None => (self.body.as_str(), None),
        };
        // .25 has nothing before its mark.
        if !(whole.is_empty() && behind.is_some()) {
            whole_part(whole, group, &mut plain)?;
        }
        if let Some(behind) = behind {
            if !is_digits(behind) {
                return None;
            }
            plain.push('.');
            plain.push_str(behind);
        }
        if let Some(exponent) = &self.exponent {
            plain.push('e');
            plain.push_str(exponent);
        }
        plain.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// How many digits it has before the fraction, from the first one that is no zero. Three digits behind the last
    /// mark may be thousands.
    pub(super) fn whole_part(&self) -> usize {
        let marks = ['.', ',', ARABIC_FRACTION];
        let whole = match self.body.rsplit_once(marks) {
            Some((whole, behind)) if behind.len() != 3 => whole,
            _ => self.body.as_str(),
        };
        let digits = whole.chars().filter(char::is_ascii_digit);
        digits.skip_while(|digit| *digit == '0').count()
    }

    /// Its digits, if it is a whole number.
    pub(super) fn whole_digits(&self) -> Option<String> {
        let is_digit = |c: &char| c.is_ascii_digit();
        let plain = self.exponent.is_none() && !self.body.contains(['.', ',', ARABIC_FRACTION]);
        plain.then(|| self.body.chars().filter(is_digit).collect())
    }
}

/// Marks between thousands besides point and comma.
const MARKS: [char; 4] = [' ', '\'', ARABIC_FRACTION, ARABIC_GROUP];

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The whole part without its marks: they are all the same, and stand between groups of three, or of
/// two before the last three as in India (12,34,567). No thousand begins with a zero.
fn whole_part(text: &str, group: char, plain: &mut String) -> Option<()> {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
        plain.push_str(text);
        return (!text.is_empty()).then_some(());
    };
    if ![group, ' ', '\'', ARABIC_GROUP].contains(&mark) {
        return None;
    }
    let groups: Vec<&str> = text.split(mark).collect();
    let (first, last) = (groups.first()?, groups.last()?);
    let between = groups.get(1..groups.len() - 1)?;
    let threes = (1..=3).contains(&first.len()) && between.iter().all(|part| part.len() == 3);
    let twos = mark == ','
        && !between.is_empty()
        && (1..=2).contains(&first.len())
        && between.iter().all(|part| part.len() == 2);
    let sound = groups.iter().all(|part| is_digits(part));
    if !sound || last.len() != 3 || first.starts_with('0') || !(threes || twos) {
        return None;
    }
    groups.iter().for_each(|part| plain.push_str(part));
    Some(())
}

fn without_currency(text: &str) -> Option<(&'static str, &str)> {
    CURRENCIES.iter().find_map(|currency| {
        let number = text.strip_prefix(currency).or_else(|| text.strip_suffix(currency))?;
        Some((*currency, number))
    })
}

/// A character as ASCII has it: digits of other scripts and widths, and the many blanks and dashes.
/// `None` for what has no width.
fn plain(c: char) -> Option<char> {
    let digit = |zero: u32| char::from_digit(u32::from(c) - zero, 10);
    Some(match c {
        ' '..='~' => c,
        '\u{ff10}'..='\u{ff19}' => digit(0xff10)?,
        '\u{660}'..='\u{669}' => digit(0x660)?,
        '\u{6f0}'..='\u{6f9}' => digit(0x6f0)?,
        '\u{966}'..='\u{96f}' => digit(0x966)?,
        '\u{9e6}'..='\u{9ef}' => digit(0x9e6)?,
        '\u{e50}'..='\u{e59}' => digit(0xe50)?,
        '\u{1040}'..='\u{1049}' => digit(0x1040)?,
        '\u{17e0}'..='\u{17e9}' => digit(0x17e0)?,
        '\u{ed0}'..='\u{ed9}' => digit(0xed0)?,
        // Full-width commas stand between thousands only.
        '\u{ff0c}' => ARABIC_GROUP,
        '\u{60c}' => ',',
        '\u{ff0e}' => '.',
        '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}' | '\u{ff0d}' | '\u{fe63}' => '-',
        '\u{ff0b}' | '\u{fe62}' => '+',
        '\u{ff05}' | '\u{66a}' | '\u{fe6a}' => '%',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff04}' | '\u{fe69}' => '$',
        '\u{ffe5}' => '\u{a5}',
        '\u{ffe1}' => '\u{a3}',
        '\u{ffe6}' => '\u{20a9}',
        '\u{2019}' | '\u{2bc}' | '\u{ff07}' | '\u{2032}' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{2000}'..='\u{200a}' => ' ',
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' | '\u{2060}' => return None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return None,
        other => other,
    })
}
