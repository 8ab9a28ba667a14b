//! Who met whom.

use explorer_explore::coding::NONE;
use explorer_explore::facet::Facet;
use explorer_explore::search::fold;
use explorer_number::grouped;
use explorer_view::profile::{
    ChineseSide, ForeignSide, Side, chinese_side, foreign_side, only, with_name,
};
use explorer_view::sentence::{date_words, label, word_label};
use leptos::prelude::*;

use crate::components::keyed_rows::KeyedRows;
use crate::components::records::links::records_of;
use crate::components::records::official_link::OfficialLink;
use crate::components::records::side_link::SideLink;
use crate::components::show::Show;
use crate::components::titled_section::TitledSection;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// How many people of an official's are listed before a reader asks for more.
const FIRST: usize = 12;

/// Who met whom.
#[component]
pub fn PeopleSection(
    /// The facet that the subject of the page is a value of.
    facet: Facet,
    /// The subject's id.
    id: String,
) -> impl IntoView {
    let store = use_store();
    let foreign: Memo<Vec<ForeignSide<'static>>> =
        memo(move || store.outcome.with(|outcome| foreign_side(store.explorer, outcome)));
    let is_empty = memo(move || foreign.with(Vec::is_empty));
    let own_side = format!("{}: who took part", label(store.explorer, facet, &id));
    let tables = move || match facet {
        Facet::Official => view! { <MetByOfficial foreign /> }.into_any(),
        _ => view! {
            <div class="profile-columns">
                <ChineseTable />
                <ForeignTable title=own_side.clone() people=foreign />
            </div>
        }
        .into_any(),
    };
    view! {
        <TitledSection test="profile-people" title="Who met whom">
            <Show
                when=move || !is_empty.get()
                fallback=|| view! { <p class="nothing">"No meeting is in view."</p> }
            >
                {tables()}
            </Show>
        </TitledSection>
    }
}

/// Whom an official met: as many as a reader takes in, and the rest, as it can be two hundred.
#[component]
fn MetByOfficial(
    /// Those in view.
    foreign: Memo<Vec<ForeignSide<'static>>>,
) -> impl IntoView {
    let first =
        memo(move || foreign.with(|people| people.iter().take(FIRST).cloned().collect::<Vec<_>>()));
    let rest =
        memo(move || foreign.with(|people| people.iter().skip(FIRST).cloned().collect::<Vec<_>>()));
    let more = memo(move || rest.with(Vec::len));
    view! {
        <ForeignTable title="Foreign side" people=first with_side=true />
        <Show when=move || { more.get() > 0 }>
            <details>
                <summary>{text(move || format!("Show {} more", more.get()))}</summary>
                <ForeignTable title="Foreign side, continued" people=rest with_side=true />
            </details>
        </Show>
    }
}

/// A table of people with their interactions.
#[component]
fn PeopleTable(
    /// Heading of the names.
    #[prop(into)]
    title: String,
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! {
        <table class="people-table">
            <thead>
                <tr>
                    <th scope="col">{title}</th>
                    <th scope="col">"Interactions"</th>
                    <th scope="col">"Last"</th>
                </tr>
            </thead>
            <tbody>{children()}</tbody>
        </table>
    }
}

/// Who of China met the subject.
#[component]
fn ChineseTable() -> impl IntoView {
    let store = use_store();
    let people: Memo<Vec<ChineseSide<'static>>> =
        memo(move || store.outcome.with(|outcome| chinese_side(store.explorer, outcome)));
    view! {
        <PeopleTable title="Chinese side">
            <KeyedRows rows=people key=|person| chinese_id(person).to_owned() let:person>
                <ChineseRow person />
            </KeyedRows>
        </PeopleTable>
    }
}

fn chinese_id(person: &ChineseSide<'static>) -> &'static str {
    person.official.map_or(NONE, |official| official.id.as_str())
}

/// A Chinese official, or those who are not named.
#[component]
fn ChineseRow(
    /// Who.
    person: ReadSignal<ChineseSide<'static>>,
) -> impl IntoView {
    let store = use_store();
    let (official, id) = person.with_untracked(|person| (person.official, chinese_id(person)));
    let count = memo(move || person.with(|person| person.count));
    let last = memo(move || person.with(|person| person.last));
    let name = official.map_or("Not named", |official| official.name_en.as_str());
    let who = match official {
        Some(official) => view! {
            <i class=format!("agency-dot {}", official.agency.to_ascii_lowercase())></i>
            <OfficialLink official />
            " "
            <span class="zh" lang="zh">{official.name_zh.as_str()}</span>
            <span class="post">{format!("{}: {}", official.agency, official.post)}</span>
        }
        .into_any(),
        None => view! {
            {name}
            <span class="post">"No source names the Chinese official"</span>
        }
        .into_any(),
    };
    let href =
        move || store.scope.with(|scope| records_of(store, &only(scope, Facet::Official, id)));
    view! {
        <tr data-count=text(move || count.get().to_string()) data-value=id>
            <th scope="row">{who}</th>
            <td>
                <a
                    href=href
                    aria-label=move || format!("{name}, interactions: {}", grouped(count.get()))
                >
                    {text(move || grouped(count.get()))}
                </a>
            </td>
            <td>{text(move || date_words(last.get()))}</td>
        </tr>
    }
}

/// People of foreign sides.
#[component]
fn ForeignTable(
    /// Heading of the names.
    #[prop(into)]
    title: String,
    /// Who.
    people: Memo<Vec<ForeignSide<'static>>>,
    /// Whether it is said whose side they are on.
    #[prop(optional)]
    with_side: bool,
) -> impl IntoView {
    view! {
        <PeopleTable title>
            <KeyedRows rows=people key=foreign_key let:person>
                <ForeignRow person with_side />
            </KeyedRows>
        </PeopleTable>
    }
}

/// What tells people of foreign sides apart, as [`foreign_side`] does.
fn foreign_key(person: &ForeignSide<'static>) -> String {
    let ForeignSide { side, name, title, .. } = *person;
    let (kind, of) = match side {
        Side::Country(id) => ("country", id),
        Side::Organization(id) => ("organization", id),
    };
    let known_by = if name.is_some() { "name" } else { "title" };
    format!("{kind} {of} {known_by} {}", fold(name.or(title).unwrap_or_default()))
}

/// A person of a foreign side.
#[component]
fn ForeignRow(
    /// Who.
    person: ReadSignal<ForeignSide<'static>>,
    /// Whether it is said whose side the person is on.
    with_side: bool,
) -> impl IntoView {
    let store = use_store();
    let side = person.with_untracked(|person| person.side);
    // A name can be written in more than one way.
    let name = memo(move || person.with(|person| person.name));
    let count = memo(move || person.with(|person| person.count));
    let last = memo(move || person.with(|person| person.last));
    let title = memo(move || {
        person.with(|person| match person.name {
            None => person.title.or(Some("No source gives name or title")),
            Some(_) => person.title,
        })
    });
    let office = memo(move || person.with(|person| person.office));
    let link = move |name: &'static str| {
        let filters = store.scope.with(|scope| with_name(scope, name));
        records_of(store, &filters)
    };
    let who = move || match name.get() {
        Some(name) => view! { <a href=move || link(name)>{name}</a> }.into_any(),
        None => "Not named".into_any(),
    };
    let side = with_side.then(|| {
        view! {
            ", "
            <SideLink side />
        }
    });
    let offices = &store.explorer.dataset().codebook.vocabularies.offices;
    let post = move || {
        let office = office.get().map(|word| word_label(offices, word));
        let words: Vec<String> = title.get().map(str::to_owned).into_iter().chain(office).collect();
        words.join(" · ")
    };
    view! {
        <tr
            data-count=text(move || count.get().to_string())
            data-value=move || name.get().unwrap_or_default()
        >
            <th scope="row">
                {who} {side} <span class="post">{post}</span>
            </th>
            <td>
                <span>{text(move || grouped(count.get()))}</span>
            </td>
            <td>{text(move || date_words(last.get()))}</td>
        </tr>
    }
}
