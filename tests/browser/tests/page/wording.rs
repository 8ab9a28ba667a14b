//! How the page writes: what a review found of its sentences stays away, on every view.

use browser_tests::{Outcome, browse_once};
use serde_json::json;

/// Views of every kind, with what makes their sentences differ: none, one, few, all.
const VIEWS: [&str; 25] = [
    "#/overview",
    "#/overview?agency=MSS&region=africa",
    "#/overview?country=VNM&agency=MSS&by=year",
    "#/overview?measure=countries&region=central-asia",
    "#/overview?agency=MPS&region=southeast-asia&from=2024&to=2024",
    "#/map?layer=gsi",
    "#/map?layer=gpscfl-2024",
    "#/countries?region=northeast-asia",
    "#/country/VNM",
    "#/country/GHA",
    "#/org/interpol",
    "#/people",
    "#/official/guo-shengkun",
    "#/forums",
    "#/forum/gpscfl",
    "#/pledges",
    "#/paper",
    "#/records?agency=MSS",
    "#/records?agency=MSS&q=zzzz",
    "#/record/2022-08-19-mps-sco",
    "#/record/2023-11-08-cplc-rus",
    "#/method",
    "#/changes",
    "#/saved",
    "#/overview?agency=MSS&step=2&tour=paper",
];

/// Texts of the view that are written as they should not be. Addresses, ids, what is to be typed and the
/// words of the paper's numbers, which are data, are as they are.
const SLIPS: &str = r"
    const slips = [
        // English has no blank before the sign, nor many of one, nor countries that are none.
        /\d[ \u00a0]%/,
        /(^|[^\d.,–-])1 (interactions|events|countries|records|sources|sessions|pledges|forums|officials|months|years)\b/,
        /\bwith 0 countries/,
        // What has its quotes already.
        /\u201c\u201c|\u201d\u201d/,
        // Dates are written in one way: 16 Mar 2026.
        /\b(19|20)\d\d-\d\d(-\d\d)?\b/,
        // A superlative of one, a number in digits that begins a headline.
        /\d peaks? of\b/, /is the busiest/, /^([2-9]|1[0-2]) (months|quarters|years|regions|countries) tie/,
        // The review's worst lines.
        /and lists none/, /in words of their own/, /change is later less earlier/, /more than so many/,
        /How many editions since/, /or to its month alone/, /by whoever spoke/, /or may: the sum/,
        /have fewer or as many/, /beyond its existence/, /no statement about whose/, /was not seen/,
        /who came along counts/, /is not seen$/, /makes no request/, /^Room for/, /Part of this link/,
        /^Highest met/, /^Side of/, /^Belonging to it/, /^Is the$/, /^How good it is/, /^An error\?/,
        /\bBESIDES\b/, /\bABOVE\b/, /\b0 MB\b/,
    ];
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim()) continue;
        if (parent.closest('script, style, noscript, input, option, .address, [data-test=published-number], .periods, code, pre, .unseen')) continue;
        const whole = parent.textContent.trim();
        if (whole.includes('http') || /^\d{4}-\d\d(-\d\d)?-[a-z]/.test(whole)) continue;
        for (const slip of slips) if (slip.test(whole)) found.push(whole.slice(0, 80));
    }
    for (const at of document.querySelectorAll('[aria-label]'))
        for (const slip of slips) if (slip.test(at.ariaLabel)) found.push(`to the ear: ${at.ariaLabel.slice(0, 80)}`);
    return [...new Set(found)].slice(0, 8);";

#[test]
fn sentences_are_written_as_they_should_be() {
    browse_once(async |page| -> Outcome {
        for link in VIEWS {
            page.open(link).await?;
            page.until_equal(&format!("slips of {link}"), SLIPS, json!([])).await?;
        }
        Ok(())
    });
}
