//! What the explorer's dataset knows, as it is handed to a service.

use std::rc::Rc;

use explorer_intake::{TableTexts, Tables};
use explorer_meaning::country::Countries;
use serde::{Deserialize, Serialize};

/// The texts of the dataset's tables that rows are compared with to make records of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// `codebook.json`
    pub codebook: String,
    /// `agencies.json`
    pub agencies: String,
    /// `officials.json`
    pub officials: String,
    /// `countries.json`
    pub countries: String,
    /// `other_names.json`
    pub other_names: String,
}

impl Known {
    /// The tables.
    pub fn tables(&self, countries: Rc<Countries>) -> Tables {
        let texts = TableTexts {
            codebook: &self.codebook,
            agencies: &self.agencies,
            officials: &self.officials,
            countries: &self.countries,
            other_names: &self.other_names,
        };
        Tables::read(texts, countries)
    }
}
