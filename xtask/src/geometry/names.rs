//! Which ISO 3166-1 code an area of the atlas has, and where a state lies that the atlas lacks.

use std::collections::BTreeMap;

use serde_json::Value;

use super::topojson::Shape;
use crate::failure::{Failure, Outcome};

/// UN M49 and ISO 3166-1 alpha-3 of what is on the map but not in `countries.json`: China, which is the
/// dataset's subject, and territories.
const OTHERS: [(&str, &str); 38] = [
    ("016", "ASM"),
    ("060", "BMU"),
    ("086", "IOT"),
    ("092", "VGB"),
    ("136", "CYM"),
    ("156", "CHN"),
    ("158", "TWN"),
    ("234", "FRO"),
    ("238", "FLK"),
    ("239", "SGS"),
    ("248", "ALA"),
    ("258", "PYF"),
    ("260", "ATF"),
    ("304", "GRL"),
    ("316", "GUM"),
    ("334", "HMD"),
    ("344", "HKG"),
    ("446", "MAC"),
    ("500", "MSR"),
    ("531", "CUW"),
    ("533", "ABW"),
    ("534", "SXM"),
    ("540", "NCL"),
    ("574", "NFK"),
    ("580", "MNP"),
    ("612", "PCN"),
    ("630", "PRI"),
    ("652", "BLM"),
    ("654", "SHN"),
    ("660", "AIA"),
    ("663", "MAF"),
    ("666", "SPM"),
    ("796", "TCA"),
    ("831", "GGY"),
    ("832", "JEY"),
    ("833", "IMN"),
    ("850", "VIR"),
    ("876", "WLF"),
];

/// What has no M49 code in the atlas, by its name there. `XKX` is the code in use, not one of ISO's.
const BY_NAME: [(&str, &str); 1] = [("Kosovo", "XKX")];

/// States too small for the atlas, with longitude and latitude of their capitals.
pub const ABSENT: [(&str, (f64, f64)); 1] = [("TUV", (179.2, -8.52))];

/// The part of the globe that the map leaves out.
const ANTARCTICA: &str = "010";

/// ISO codes by M49 code.
pub struct Codes {
    by_m49: BTreeMap<String, String>,
    countries: Vec<String>,
}

impl Codes {
    /// The codes of `data/countries.json`, and those of the rest of the map.
    pub fn read(countries: &str) -> Outcome<Self> {
        let broken = || Failure::new("data/countries.json is not a list of countries with codes.");
        let rows: Vec<Value> = serde_json::from_str(countries).map_err(|_| broken())?;
        let others = OTHERS.iter().map(|(m49, iso3)| ((*m49).to_owned(), (*iso3).to_owned()));
        let mut codes = Self { by_m49: others.collect(), countries: Vec::new() };
        for row in rows {
            let iso3 = row["iso3"].as_str().ok_or_else(broken)?;
            codes.countries.push(iso3.to_owned());
            if let Some(m49) = row["m49"].as_str() {
                codes.by_m49.insert(m49.to_owned(), iso3.to_owned());
            }
        }
        Ok(codes)
    }

    /// The countries of `data/countries.json`.
    pub fn countries(&self) -> &[String] {
        &self.countries
    }

    /// The code of a shape, empty if it has none.
    pub fn of(&self, shape: &Shape) -> Outcome<String> {
        let by_name = || BY_NAME.iter().find(|(name, _)| *name == shape.name);
        match &shape.m49 {
            None => Ok(by_name().map(|(_, iso3)| (*iso3).to_owned()).unwrap_or_default()),
            Some(m49) => self.by_m49.get(m49).cloned().ok_or_else(|| {
                Failure::new(format!("{} ({m49}) has no ISO code here: add it.", shape.name))
            }),
        }
    }
}

/// Whether a shape is left out.
pub fn is_left_out(shape: &Shape) -> bool {
    shape.m49.as_deref() == Some(ANTARCTICA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_has_the_code_of_its_number_or_its_name() -> Outcome<()> {
        let codes = Codes::read(include_str!("../../../data/countries.json"))?;
        let code = |m49: Option<&str>, name: &str| {
            let m49 = m49.map(str::to_owned);
            codes.of(&Shape { m49, name: name.to_owned(), rings: Vec::new() })
        };
        assert_eq!(code(Some("704"), "Vietnam")?, "VNM");
        assert_eq!(code(Some("156"), "China")?, "CHN");
        assert_eq!(code(None, "Kosovo")?, "XKX");
        assert_eq!(code(None, "Somaliland")?, "");
        assert!(code(Some("999"), "Atlantis").is_err());
        Ok(())
    }

    #[test]
    fn no_code_stands_for_two() -> Outcome<()> {
        let codes = Codes::read(include_str!("../../../data/countries.json"))?;
        let others = OTHERS.iter().map(|(_, iso3)| *iso3);
        let mut all: Vec<&str> =
            codes.countries().iter().map(|iso3| &**iso3).chain(others).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        Ok(())
    }
}
