//! Whether the tables name each thing once and refer to what exists.

use std::collections::BTreeSet;

use super::super::Dataset;
use super::super::tables::{Agency, Country, GsiSupport, Official, Region, SUBJECT};
use super::{Known, Problem, Record};

pub(super) fn check(dataset: &Dataset, known: &Known<'_>, problems: &mut Vec<Problem>) {
    agencies(&dataset.agencies, problems);
    officials(&dataset.officials, known, problems);
    countries(&dataset.countries, known, problems);
    regions(&dataset.regions, problems);
    gsi_support(&dataset.gsi_support, known, problems);
}

fn agencies(agencies: &[Agency], problems: &mut Vec<Problem>) {
    let mut ids = BTreeSet::new();
    for (i, agency) in agencies.iter().enumerate() {
        let mut record = Record::new("agencies.json", &agency.id, i, problems);
        record.require_new("id", &agency.id, &mut ids);
        // Agencies go by their abbreviations, so the rule is not the slug's.
        if agency.id.is_empty() || !agency.id.bytes().all(|b| b.is_ascii_uppercase()) {
            record.report("id", "not made of capital ASCII letters");
        }
    }
}

fn officials(officials: &[Official], known: &Known<'_>, problems: &mut Vec<Problem>) {
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for (i, official) in officials.iter().enumerate() {
        let mut record = Record::new("officials.json", &official.id, i, problems);
        record.require_new("id", &official.id, &mut ids);
        record.require_slug("id", &official.id);
        // Events refer to officials by name.
        record.require_new("name_en", &official.name_en, &mut names);
        record.require("agency", &official.agency, &known.agencies, "agencies.json");
        record.require("rank", &official.rank, &known.ranks, "the codebook's ranks");
    }
}

fn countries(countries: &[Country], known: &Known<'_>, problems: &mut Vec<Problem>) {
    let (mut iso3, mut iso2, mut m49) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (i, country) in countries.iter().enumerate() {
        let mut record = Record::new("countries.json", &country.iso3, i, problems);
        record.require_new("iso3", &country.iso3, &mut iso3);
        record.require_new("iso2", &country.iso2, &mut iso2);
        if let Some(code) = &country.m49 {
            record.require_new("m49", code, &mut m49);
        }
        if country.iso3.len() != 3 || !country.iso3.bytes().all(|b| b.is_ascii_uppercase()) {
            record.report("iso3", "not three capital ASCII letters");
        }
        match &country.region {
            Some(region) => record.require("region", region, &known.regions, "regions.json"),
            None if country.iso3 == SUBJECT => {}
            None => record.report("region", "missing: the country would be in no region's count"),
        }
    }
}

fn regions(regions: &[Region], problems: &mut Vec<Problem>) {
    let mut ids = BTreeSet::new();
    for (i, region) in regions.iter().enumerate() {
        let mut record = Record::new("regions.json", &region.id, i, problems);
        record.require_new("id", &region.id, &mut ids);
        record.require_slug("id", &region.id);
    }
}

fn gsi_support(support: &[GsiSupport], known: &Known<'_>, problems: &mut Vec<Problem>) {
    let mut countries = BTreeSet::new();
    for (i, row) in support.iter().enumerate() {
        let mut record = Record::new("gsi_support.json", &row.country, i, problems);
        record.require_new("country", &row.country, &mut countries);
        record.require("country", &row.country, &known.countries, "countries.json");
        record.require("basis", &row.basis, &known.gsi_bases, "the codebook's gsi_bases");
        let confidences = &known.confidences;
        record.require("confidence", &row.confidence, confidences, "the codebook's confidences");
        record.require_sources(&row.sources);
    }
}
