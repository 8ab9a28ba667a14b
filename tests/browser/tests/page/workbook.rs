//! A reader's own workbook: its sheets, its dates, what cannot be read, and when its module is loaded.

#[path = "../../../../crates/workbook/tests/support/mod.rs"]
mod support;

use browser_tests::environment::{axe_script, single_file};
use browser_tests::hooks::hook;
use browser_tests::host::Host;
use browser_tests::own_table::natively;
use browser_tests::{Outcome, Page, Settings, browse, browse_once, browse_with};
use rust_xlsxwriter::{Format, Workbook as Made};
use serde_json::json;
use support::{ods, replaced, text_cell, written};

use super::hygiene::violations;
use super::offline::without_host;

/// A workbook with notes, an empty sheet, and visits below a title and an empty row.
fn visits() -> Vec<u8> {
    let mut made = Made::new();
    let (plain, date) = (Format::new(), Format::new().set_num_format("dd.mm.yyyy"));
    let notes = made.add_worksheet().set_name("Notes").unwrap();
    notes.write(0, 0, "source").unwrap().write(1, 0, "reports").unwrap();
    made.add_worksheet();
    let visits = made.add_worksheet().set_name("Visits").unwrap();
    visits.merge_range(0, 0, 0, 4, "Visits of the ministry", &plain).unwrap();
    for (column, name) in ["date", "country", "agency", "people", "budget"].iter().enumerate() {
        visits.write(2, column as u16, *name).unwrap();
    }
    let countries = ["Laos", "Viet Nam", "KAZ", "俄罗斯", "Serbia"];
    for row in 0..200_u32 {
        // A row in between without a value keeps its number, too.
        let at = 3 + row + row / 50;
        let country = countries[row as usize * 7 % countries.len()];
        visits.write_with_format(at, 0, 44_000 + row * 5, &date).unwrap();
        visits
            .write(at, 1, country)
            .unwrap()
            .write(at, 2, ["MPS", "MSS"][row as usize % 2])
            .unwrap();
        visits.write(at, 3, row * 13 % 97).unwrap();
        visits.write(at, 4, f64::from(row * row % 1000) / 8.0).unwrap();
    }
    made.save_to_buffer().unwrap()
}

async fn choose(page: &Page, name: &str, bytes: &[u8]) -> Outcome {
    page.choose_file(name, &[(json!(bytes), 1)]).await
}

/// The sheets that are offered: the place of each and its words.
const OFFERED: &str =
    "return all('[data-test=\"sheet\"]').map(button => [button.dataset.sheet, button.textContent])";

#[test]
fn a_sheet_is_chosen_and_its_dates_follow_the_epoch() {
    browse(async |page| -> Outcome {
        let of_1900 = visits();
        let of_1904 =
            replaced(&of_1900, "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
        page.open_own_file().await?;
        for (name, bytes, first) in
            [("of-1900.xlsx", of_1900, "2020-06-18"), ("of-1904.xlsx", of_1904, "2024-06-19")]
        {
            choose(&page, name, &bytes).await?;
            let offered =
                json!([["0", "Notes 2 rows × 1 column"], ["2", "Visits 206 rows × 5 columns"]]);
            page.until_equal("the sheets", OFFERED, offered).await?;
            page.click("[data-test=\"sheet\"][data-sheet=\"2\"]").await?;
            page.until(
                "which one it is",
                "return one('sheet-line')?.textContent.includes('“Visits”')",
            )
            .await?;
            let text = written(&bytes, 2).unwrap();
            assert!(text.contains(&format!("\n{first},\"Laos\"")), "{}", &text[..300]);
            let mut native = natively(&text, |_| {})?;
            assert_eq!(native.problems.total(), 0);
            let name = format!("{name}, Visits");
            page.load_table(&name).await?;
            page.shows_table(&mut native).await?;
            // Rows have the numbers that they have in the spreadsheet.
            let row = "return all('[data-test=\"own-row\"]')[0].dataset.row";
            page.until_equal("the first row", row, "4").await?;
        }

        // Another sheet of the same workbook, and back.
        page.click(&hook("change-roles")).await?;
        page.until("the roles are there", "return visible(one('mapping'))").await?;
        page.click(&hook("other-sheet")).await?;
        page.click("[data-test=\"sheet\"][data-sheet=\"0\"]").await?;
        let words = "return one('sheet-line')?.textContent.includes('“Notes”: 2 rows × 1 column')";
        page.until("the other sheet", words).await?;
        page.load_table("of-1904.xlsx, Notes").await
    });
}

#[test]
fn the_only_sheet_of_an_open_document_is_opened_at_once() {
    browse(async |page| -> Outcome {
        let mut rows = String::new();
        for name in ["date", "country", "people"] {
            rows += &text_cell(name);
        }
        rows = format!("<table:table-row>{rows}</table:table-row>");
        for (at, country) in ["Laos", "Viet Nam", "Fiji", "Laos"].iter().enumerate() {
            rows += &format!(
                "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2024-0{}-06\"/>{}<table:table-cell office:value-type=\"float\" office:value=\"{at}.5\"/></table:table-row>",
                at + 1,
                text_cell(country)
            );
        }
        let bytes = ods(&format!(
            "<table:table table:name=\"Empty\"/><table:table table:name=\"Visits\">{rows}</table:table>"
        ));
        page.open_own_file().await?;
        choose(&page, "visits.ods", &bytes).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        let other = "return [!!one('sheet-line'), !!one('other-sheet'), !!one('read-encoding')]";
        page.until_equal("what is offered", other, json!([true, false, false])).await?;
        page.load_table("visits.ods").await?;
        page.shows_table(&mut natively(&written(&bytes, 1).unwrap(), |_| {})?).await
    });
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_lost() {
    browse_once(async |page| -> Outcome {
        page.open_own_file().await?;
        page.choose_text("table.csv", "date,country\n2024-01-02,Laos\n").await?;
        page.load_table("table.csv").await?;
        let mut container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        container.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        let mut cut = visits();
        cut.truncate(cut.len() / 2);
        let mut empty = Made::new();
        empty.add_worksheet();
        for (name, bytes, words) in [
            ("encrypted.xlsx", container, "The workbook is encrypted."),
            ("cut.xlsx", cut, "The workbook is damaged"),
            ("empty.xlsx", empty.save_to_buffer().unwrap(), "No sheet of the workbook has a value"),
            ("files.zip", support::archive(&[("a.csv", b"a,b\n1,2\n")]), "without a workbook"),
        ] {
            choose(&page, name, &bytes).await?;
            page.refuses_file(name).await?;
            page.refuses_file(words).await?;
            page.is_loaded("table.csv").await?;
        }
        // Left while the sheets are offered.
        choose(&page, "visits.xlsx", &visits()).await?;
        page.until("the sheets", "return visible(one('sheets'))").await?;
        let axe = axe_script()?;
        assert_eq!(violations(&page, &axe).await?, [""; 0], "with the sheets");
        page.click(&hook("cancel")).await?;
        page.until("they are gone", "return !one('sheets')").await?;
        page.is_loaded("table.csv").await
    });
}

/// Chooses a workbook and waits for its sheets.
async fn sheets_are_offered(page: &Page) -> Outcome {
    choose(page, "visits.xlsx", &visits()).await?;
    page.until("the sheets", "return visible(one('sheets'))").await.map(drop)
}

#[test]
fn its_module_is_loaded_with_the_first_workbook() {
    browse(async |page| -> Outcome {
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        page.open_own_file().await?;
        page.choose_text("table.csv", "date,country\n2024-01-02,Laos\n").await?;
        page.load_table("table.csv").await?;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => name.includes('workbook'))";
        page.until_equal("what is loaded of it", loaded, json!([])).await?;
        sheets_are_offered(&page).await?;

        // Without it, tables in other forms are read as before.
        for ending in [".wasm", ".js"] {
            let host = Host::of_page()?;
            let names = host.names();
            let is_part = |name: &&String| name.starts_with("workbook-") && name.ends_with(ending);
            host.lose(names.iter().find(is_part).unwrap());
            let page = page.hosted_at(&host.url());
            page.open_own_file().await?;
            choose(&page, "visits.xlsx", &visits()).await?;
            page.refuses_file("could not be loaded. Reload the page.").await?;
            page.choose_text("table.csv", "date,country\n2024-01-02,Laos\n").await?;
            page.load_table("table.csv").await?;
        }
        Ok(())
    });
}

#[test]
fn a_workbook_opens_without_the_host() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let (_host, page) = without_host(&page, "#/overview").await?;
        page.go("#/file").await?;
        page.until("the view is there", "return visible(one('own-file'))").await?;
        sheets_are_offered(&page).await
    });
}

#[test]
fn the_page_as_one_file_says_where_it_can_be_read() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let page = page.hosted_at(&single_file()?);
        page.open_own_file().await?;
        choose(&page, "visits.xlsx", &visits()).await?;
        page.refuses_file("Save the sheet as CSV, and open that.").await
    });
}
