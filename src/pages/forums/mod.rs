//! Forums and mechanisms: their sessions, who takes part, what is held beside them.

mod edition_details;
mod fact;
mod forum_head;
mod forum_link;
mod forum_list;
mod forum_members;
mod forum_page;
mod forum_row;
mod forum_sizes;
mod meetings;
mod members_map;

use leptos::prelude::*;

use crate::components::in_turn::InTurn;
use crate::components::records::empty::Empty;
use crate::components::records::forum_sessions::SessionsChart;
use crate::components::records::forum_share::ForumShare;
use crate::components::records::use_forum_rows::use_forum_rows;
use crate::components::records::whose_tables::WhoseTables;
use forum_list::ForumList;

pub use forum_page::ForumPage;
pub use forum_sizes::ForumSizes;
pub use members_map::MembersMap;

/// The forums, side by side.
#[component]
pub fn ForumsPage() -> impl IntoView {
    let rows = use_forum_rows(None);
    view! {
        <Empty />
        <WhoseTables tables="Members, editions and descriptions of forums are" needs="forum" />
        <SessionsChart rows about_one=false />
        <div class="forum-charts">
            <InTurn>
                <ForumShare />
            </InTurn>
            <InTurn>
                <ForumSizes />
            </InTurn>
        </div>
        <InTurn>
            <ForumList rows />
        </InTurn>
    }
}
