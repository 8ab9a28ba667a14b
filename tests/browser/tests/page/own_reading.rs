//! How a reader's own file is read: what is proposed, and every way to have it otherwise.

use browser_tests::{Outcome, Page, browse, browse_once};
use serde_json::json;

/// Files in older encodings: the one that is proposed, the names of the columns, a cell of the first row.
const ENCODED: [(&str, &[u8], &str, &str, &str); 10] = [
    (
        "big5.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e01_big5.csv"),
        "big5",
        "日期 國家 題目",
        "公安部長會見越南公安部長",
    ),
    (
        "1251.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e03_cp1251.csv"),
        "windows-1251",
        "дата страна тема",
        "Встреча министров",
    ),
    (
        "korean.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e05_euckr.csv"),
        "euc-kr",
        "날짜 국가 제목",
        "공안부장 회담",
    ),
    (
        "turkish.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e06_cp1254.csv"),
        "windows-1254",
        "tarih ülke konu",
        "İçişleri Bakanı görüştü şöyle",
    ),
    (
        "mac.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e07_macroman.csv"),
        "macintosh",
        "date country note",
        "Côte d'Ivoire",
    ),
    (
        "1252.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e08_cp1252.csv"),
        "windows-1252",
        "date country note",
        "résumé – “oui”",
    ),
    (
        "gbk.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e09_gbk.csv"),
        "gb18030",
        "日期 国家 题目",
        "公安部长会见",
    ),
    (
        "utf16.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e11_utf16be_nobom.csv"),
        "utf-16be",
        "date country 题目",
        "会见",
    ),
    (
        "vietnamese.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e12_cp1258_vn.csv"),
        "windows-1258",
        "date country title",
        "Hò Chi Minh",
    ),
    (
        "arabic.csv",
        include_bytes!("../../../../crates/loader/tests/cases/encodings/e13_cp1256_ar.csv"),
        "windows-1256",
        "التاريخ الدولة",
        "فيتنام",
    ),
];

const NAMES: &str = "return all('[data-test=\"mapping-row\"] th').map(name => name.textContent)";

async fn has_names(page: &Page, names: &[&str]) -> Outcome {
    page.until_equal("the names of the columns", NAMES, json!(names)).await
}

/// Waits until the field of a choice has that value.
async fn is_chosen(page: &Page, field: &str, value: &str) -> Outcome {
    let script = format!("return one('{field}')?.value");
    page.until_equal(field, &script, value).await
}

#[test]
fn encodings_are_proposed_by_what_they_say_and_can_be_chosen() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        for (name, bytes, encoding, names, cell) in ENCODED {
            page.choose_file(name, &[(json!(bytes), 1)]).await?;
            has_names(&page, &names.split(' ').collect::<Vec<_>>()).await?;
            is_chosen(&page, "read-encoding", encoding).await?;
            let shown = "return all('[data-test=\"preview\"] td').map(cell => cell.textContent.normalize('NFC'))
                .includes(arguments[0].normalize('NFC'))";
            assert_eq!(page.run(shown, &[cell.into()]).await?, true, "{name}: {cell}");
        }
        // Somebody knows better; the field keeps its focus.
        let (name, bytes, ..) = ENCODED[1];
        page.choose_file(name, &[(json!(bytes), 1)]).await?;
        has_names(&page, &["дата", "страна", "тема"]).await?;
        page.run("one('read-encoding').focus()", &[]).await?;
        page.pick("[data-test=\"read-encoding\"]", "koi8-r").await?;
        page.until("other letters", "return one('mapping-row').innerText.startsWith('Д')").await?;
        let focus = "return document.activeElement?.dataset.test ?? null";
        page.until_equal("the focus", focus, "read-encoding").await?;
        page.pick("[data-test=\"read-encoding\"]", "windows-1251").await?;
        has_names(&page, &["дата", "страна", "тема"]).await?;
        page.load_table(name).await?;
        let rows = "return Number(one('own-summary').dataset.all)";
        page.until_equal("rows", rows, 2).await
    });
}

#[test]
fn the_row_with_the_names_and_the_separator_are_chosen_with_a_preview_that_follows() {
    browse_once(async |page| -> Outcome {
        page.open_own_file().await?;
        let text = "Visits by year\n\ncountry,2023,,2024,\n,planned,held,planned,held\nLaos,1,2,3,4\nFiji,5,6,7,8\n";
        page.choose_text("visits.csv", text).await?;
        is_chosen(&page, "header-first", "3").await?;
        is_chosen(&page, "header-last", "4").await?;
        is_chosen(&page, "header-data", "5").await?;
        has_names(&page, &["country", "2023 planned", "2023 held", "2024 planned", "2024 held"])
            .await?;
        // One row of names, and the one below left out.
        page.pick("[data-test=\"header-last\"]", "3").await?;
        is_chosen(&page, "header-data", "4").await?;
        has_names(&page, &["country", "2023", "column 3", "2024", "column 5"]).await?;
        page.pick("[data-test=\"header-data\"]", "5").await?;
        let preview = "return all('[data-test=\"preview\"] tbody tr').length";
        page.until_equal("rows of the preview", preview, 2).await?;
        page.pick("[data-test=\"header-first\"]", "none").await?;
        has_names(&page, &["Column 1", "Column 2", "Column 3", "Column 4", "Column 5"]).await?;
        // Not the title above it, which would be a single column.
        is_chosen(&page, "header-data", "3").await?;
        page.pick("[data-test=\"header-data\"]", "5").await?;
        page.until_equal("rows of the preview", preview, 2).await?;
        page.load_table("visits.csv").await?;
        page.until_equal("rows", "return Number(one('own-summary').dataset.all)", 2).await?;

        // A separator that is not proposed.
        page.choose_text("times.csv", "date:n\n2024-01-02:1\n2024-01-03:2\n").await?;
        has_names(&page, &["date:n"]).await?;
        page.pick("[data-test=\"read-delimiter\"]", "colon").await?;
        has_names(&page, &["date", "n"]).await?;
        page.load_table("times.csv").await?;
        page.until_equal("rows", "return Number(one('own-summary').dataset.all)", 2).await
    });
}

#[test]
fn codes_of_several_lists_are_asked_and_a_choice_settles_them() {
    browse_once(async |page| -> Outcome {
        page.open_own_file().await?;
        // Codes of ISO and of FIPS alike, with other meanings.
        let text = "date,country,n\n2024-01-02,CH,NA\n2024-01-03,RS,1\n2024-01-04,AU,2\n2024-01-05,GM,..\n";
        page.choose_text("codes.csv", text).await?;
        page.until("it is asked", "return one('ambiguous') && one('load').ariaDisabled === 'true'")
            .await?;
        is_chosen(&page, "map-codes", "unsure").await?;
        let hint = "return one('number-hint').textContent";
        page.until_equal("what is missing", hint, "2 cells say that there is no number: .., NA.")
            .await?;
        let fit = "return [...one('map-codes').options].find(o => o.value === 'fips').textContent";
        page.until_equal("how it fits", fit, "FIPS 10-4 codes (GDELT): 4 of 4 known").await?;
        page.pick("[data-test=\"map-codes\"]", "fips").await?;
        page.until("it is settled", "return !one('ambiguous')").await?;
        page.load_table("codes.csv").await?;
        let names = "return all('[data-test=\"own-facet-1\"] button[data-value] .label').map(l => l.textContent).sort()";
        page.until_equal("countries", names, json!(["Austria", "China", "Germany", "Russia"]))
            .await?;
        // A choice is remembered with the roles.
        page.choose_text("codes.csv", text).await?;
        is_chosen(&page, "map-codes", "fips").await
    });
}
