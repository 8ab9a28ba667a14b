//! The page keeps to its budgets of bytes; `cargo xtask bench --only size` prints what it consists of.

use browser_tests::built::BuiltPage;
use browser_tests::environment::dist;
use browser_tests::weight::{
    FIRST_LOAD, ON_DEMAND, ONE_FILE, OTHER_PAGES, OWN_FILE, WORKBOOK, Weight,
};

#[test]
fn the_page_is_within_its_budgets_of_bytes() {
    let weight = Weight::of(&BuiltPage::read(&dist().unwrap()).unwrap()).unwrap();
    let first = weight.first_load().brotli;
    assert!(first <= FIRST_LOAD, "the first load has {first} bytes of {FIRST_LOAD}");
    let chunk = weight.other_pages.brotli;
    assert!(chunk > 0, "there is no chunk with the other pages");
    assert!(
        chunk <= OTHER_PAGES,
        "the chunk with the other pages has {chunk} bytes of {OTHER_PAGES}"
    );
    let view = weight.own_file.brotli;
    assert!(view > 0, "there is no chunk with the view of a reader's own file");
    assert!(view <= OWN_FILE, "the view of a reader's own file has {view} bytes of {OWN_FILE}");
    let module = weight.on_demand.brotli;
    assert!(module > 0, "there is no module that reads tables");
    assert!(module <= ON_DEMAND, "the module that reads tables has {module} bytes of {ON_DEMAND}");
    let workbook = weight.workbook.brotli;
    assert!(workbook > 0, "there is no module for workbooks");
    assert!(workbook <= WORKBOOK, "the module for workbooks has {workbook} bytes of {WORKBOOK}");
    let file = weight.one_file.unwrap();
    assert!(file <= ONE_FILE, "the page as one file has {file} bytes of {ONE_FILE}");
}
