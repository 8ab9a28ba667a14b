//! What the paper concludes, put to the records.

use explorer_view::claims::{Claim, claims};
use explorer_view::paper::CLAIMS;
use leptos::prelude::*;

use super::paper_section::PaperSection;
use crate::store::use_store;

/// The section of the claims.
#[component]
pub fn ClaimsSection() -> impl IntoView {
    let claims = claims(use_store().explorer).into_iter();
    let claims = claims.map(|claim| view! { <ClaimItem claim /> });
    view! {
        <PaperSection id=CLAIMS class="paper-claims">
            <div>
                <h2>"What the paper concludes, put to the records"</h2>
                <p>
                    "Each claim in our words, with what the records have and the rule that decides. A rule \
                    decides about these records, which miss meetings. Filters do not change it."
                </p>
                {claims.collect_view()}
            </div>
        </PaperSection>
    }
}

/// A claim.
#[component]
fn ClaimItem(
    /// The claim.
    claim: Claim,
) -> impl IntoView {
    let evidence = claim.evidence.into_iter().map(|evidence| {
        view! {
            <li>
                <a href=evidence.link>{evidence.words}</a>
            </li>
        }
    });
    let verdict = claim.verdict;
    view! {
        <div class="claim" data-test="claim" data-value=claim.id data-verdict=verdict.id()>
            <h3>{claim.statement}</h3>
            <p>
                <b>{verdict.words()}</b>
            </p>
            <ul>{evidence.collect_view()}</ul>
            <p class="hint">{claim.rule}</p>
        </div>
    }
}
