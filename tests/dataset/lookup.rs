//! What the dataset has of a country, found by its code.

use explorer_dataset::ParseError;
use explorer_embedded::embedded;

#[test]
fn finds_what_is_recorded_of_a_country() -> Result<(), ParseError> {
    let dataset = embedded()?;
    assert_eq!(dataset.country("VNM").map(|country| &*country.name_en), Some("Vietnam"));
    let basis = dataset.gsi_of("CUB").map(|support| &*support.basis);
    assert_eq!(basis, Some("national statement"));

    let lists = dataset.memberships_of("KGZ");
    let slugs: Vec<_> = lists.iter().map(|list| list.slug()).collect();
    assert_eq!(slugs, ["sco-members", "c5"]);
    let joined = lists.iter().map(|list| list.when_joined("KGZ").map(|date| date.to_string()));
    assert_eq!(joined.collect::<Vec<_>>(), [Some("2001-06".to_owned()), None]);

    let pledges: Vec<_> = dataset.pledges_naming("PAK").iter().map(|p| &*p.id).collect();
    assert_eq!(pledges, ["sco-2022-training"]);
    Ok(())
}

#[test]
fn tells_a_country_at_the_forum_from_one_beside_it() -> Result<(), ParseError> {
    let dataset = embedded()?;
    let naming = |iso3: &str| -> Vec<(String, bool)> {
        let namings = dataset.editions_naming(iso3);
        namings.iter().map(|n| (n.edition.edition.clone(), n.only_beside)).collect()
    };
    assert_eq!(naming("KGZ"), [("2023".to_owned(), false), ("2024".to_owned(), true)]);
    assert_eq!(naming("HUN"), [("2022".to_owned(), false), ("2024".to_owned(), false)]);
    let not_held = dataset.forum_editions.iter().filter(|edition| !edition.held());
    let years: Vec<_> = not_held.map(|edition| &*edition.edition).collect();
    assert_eq!(years, ["2019", "2021"]);
    Ok(())
}

#[test]
fn leads_a_withdrawn_id_to_the_record_that_has_the_meeting_now() -> Result<(), ParseError> {
    let dataset = embedded()?;
    let withdrawn = dataset.withdrawn_event("2023-11-08-cplc-rus");
    assert_eq!(withdrawn.and_then(|record| record.see.as_deref()), Some("2023-11-08-cplc-sco"));
    let withdrawn = dataset.withdrawn_event("2024-11-mps-mmr");
    assert_eq!(
        withdrawn.map(|record| (&*record.withdrawn, record.see.is_none())),
        Some(("1.1.0", true))
    );
    assert!(dataset.withdrawn_event("2022-08-19-mps-sco").is_none());
    assert!(dataset.events.iter().all(|event| dataset.withdrawn_event(&event.id).is_none()));
    Ok(())
}

#[test]
fn finds_nothing_of_what_is_unknown_and_lists_alone_of_what_is_no_country() -> Result<(), ParseError>
{
    let dataset = embedded()?;
    for iso3 in ["", "ZZZ", "vnm"] {
        assert!(dataset.country(iso3).is_none() && dataset.gsi_of(iso3).is_none());
        assert!(dataset.memberships_of(iso3).is_empty());
        assert!(dataset.pledges_naming(iso3).is_empty());
        assert!(dataset.editions_naming(iso3).is_empty());
    }
    for iso3 in ["CHN", "NCL", "PYF"] {
        assert!(dataset.country(iso3).is_none());
        assert!(!dataset.memberships_of(iso3).is_empty(), "{iso3}");
    }
    Ok(())
}
