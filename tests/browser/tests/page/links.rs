//! Links with mistakes in them, and links with everything in them.

use browser_tests::hooks::{hook, mark, value};
use browser_tests::native::View;
use browser_tests::{Outcome, browse, browse_once};
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;

#[test]
fn what_cannot_be_applied_is_named_and_the_rest_holds() {
    let links = [
        ("#/overview?agency=MPS,FBI", "agency", "FBI"),
        ("#/overview?agency=MPS&country=ZZZ", "country", "ZZZ"),
        ("#/overview?agency=MPS&colour=red", "colour", ""),
        ("#/overview?agency=MPS&from=2023-02-30", "from", "2023-02-30"),
        ("#/overview?agency=MPS&to=20245", "to", "20245"),
        ("#/overview?agency=MPS&measure=visits", "measure", "visits"),
        ("#/overview?agency=MPS&by=week", "by", "week"),
        ("#/records?agency=MPS&sort=-colour", "sort", "colour"),
        ("#/records?agency=MPS&cols=colour", "cols", "colour"),
        ("#/overview?agency=MPS&table=pie", "table", "pie"),
        ("#/atlas?agency=MPS", "atlas", ""),
        ("#/record/nothing?agency=MPS", "record", "nothing"),
        ("#/overview?from=2025&to=2023&agency=MPS", "from", "swapped"),
        ("#/overview?agency=MPS&%3Cscript%3E=1", "<script>", ""),
        ("#/overview?agency=MPS&%%%=%ff%fe&&&=", "", "ignored"),
    ];
    browse_once(async move |page| -> Outcome {
        for (at, (link, key, part)) in links.into_iter().enumerate() {
            // Both ways in which a link is opened.
            if at % 3 == 0 {
                page.open(link).await?
            } else {
                page.go(link).await?
            }
            let shown = page.shows(link).await?;
            let text = shown.notices.join(" ");
            assert!(text.contains(key) && text.contains(part), "{link}: the notice says “{text}”");
            let native = View::of(link).notices;
            assert!(!native.is_empty(), "{link}");
        }
        Ok(())
    });
}

#[test]
fn a_notice_can_be_dismissed_and_the_page_goes_on() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?agency=MPS&colour=red&country=ZZZ";
        page.open(link).await?;
        let shown = page.shows(link).await?;
        assert!(
            shown.notices.join(" ").contains("colour")
                && shown.notices.join(" ").contains("country")
        );
        for left in (0..shown.notices.len()).rev() {
            page.click(&format!("{} button", hook("notice"))).await?;
            let notices = format!("return all('{}').filter(visible).length", hook("notice"));
            page.until_equal("notices that are left", &notices, left).await?;
        }
        page.click(&mark(Chart::Formats, "sideline")).await?;
        page.is_at("#/overview?agency=MPS&format=sideline").await.map(drop)
    });
}

#[test]
fn a_good_link_after_a_bad_one_has_no_notice() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview?agency=FBI").await?;
        assert_eq!(page.shows("#/overview?agency=FBI").await?.notices.len(), 1);
        page.go("#/overview?agency=MSS").await?;
        let shown = page.shows("#/overview?agency=MSS").await?;
        assert_eq!(shown.notices, Vec::<String>::new());
        Ok(())
    });
}

/// A link that was mangled on its way, or made to harm, is read in a moment.
#[test]
fn a_link_of_mistakes_leaves_the_page_usable() {
    let keys: Vec<String> = (0..4_000).map(|at| format!("key{at}=1")).collect();
    let links = [
        (format!("#/overview?agency=MPS{}", ",".repeat(100_000)), 1),
        (format!("#/overview?agency=MPS&table={}", "x,".repeat(50_000)), 1),
        (format!("#/overview?agency=MPS&{}", keys.join("&")), 10),
    ];
    browse_once(async move |page| -> Outcome {
        for (link, count) in links {
            // Both ways in which a link is opened.
            for is_new in [true, false] {
                if is_new {
                    page.open(&link).await?;
                } else {
                    page.open("#/overview").await?;
                    page.go(&link).await?;
                }
                let shown = page.shows(&link).await?;
                let start = &link[..40];
                assert_eq!(shown.notices.len(), count, "{start}: {:?}", shown.notices);
                let length = shown.notices.concat().len();
                assert!(length < 3_000, "{start}: {length} characters in notices");
                if count == 10 {
                    let last = shown.notices.last().unwrap();
                    assert!(last.contains("and 3,991 more"), "{start}: {last}");
                }
                // The page goes on.
                page.click(&mark(Chart::Formats, "sideline")).await?;
                page.until("the step is in the address", "return location.hash.length < 400")
                    .await?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_link_restores_everything_for_whoever_opens_it() {
    let links = [
        "#/overview?agency=MPS&by=quarter&country=LAO,!VNM&from=2023-01&measure=events&q=police&table=timeline,regions&to=2025-06",
        "#/records?cols=date,title,rank&region=central-asia&sort=title",
    ];
    for link in links {
        // Equal views have equal links, so this one is as the page writes it.
        assert_eq!(View::of(link).link(), link);
        browse(async move |page| -> Outcome {
            page.open(link).await?;
            page.is_at(link).await?;
            let fields = "return [one('search').value, location.hash]";
            let query = View::of(link).state.filters.query().to_owned();
            page.until_equal("search and address", fields, serde_json::json!([query, link]))
                .await?;
            page.reload().await?;
            page.is_at(link).await.map(drop)
        });
    }
}

#[test]
fn text_in_a_link_stays_text() {
    browse_once(async |page| -> Outcome {
        for hostile in [
            "#/overview?q=<img src=x onerror=document.title='broken'>",
            "#/overview?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D%27broken%27%3E",
            "#/overview?agency=%3Csvg%2Fonload%3Ddocument.title%3D%27broken%27%3E",
            "#/record/%3Cscript%3Edocument.title%3D%27broken%27%3C%2Fscript%3E",
            "#/%3Ciframe%20src%3Djavascript%3Aalert(1)%3E?javascript:alert(1)=1",
        ] {
            page.open(hostile).await?;
            page.until("the page has dealt with it", "return !!one('summary') || !!one('empty')")
                .await?;
            let planted = "return document.title === 'broken' || all('img[src=x], iframe, svg[onload]').length > 0";
            page.until_equal(&format!("{hostile} is obeyed"), planted, false).await?;
        }
        Ok(())
    });
}

#[test]
fn the_views_are_links_that_keep_the_filters() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview?agency=MSS").await?;
        page.shows("#/overview?agency=MSS").await?;
        for (name, link) in [
            ("records", "#/records?agency=MSS"),
            ("method", "#/method?agency=MSS"),
            ("overview", "#/overview?agency=MSS"),
        ] {
            let nav = format!("a{}", hook(&format!("nav-{name}")));
            let href = format!("return document.querySelector('{nav}').getAttribute('href')");
            page.until_equal("where the link leads", &href, link).await?;
            page.click(&nav).await?;
            page.is_at(link).await?;
            let current = "return all('nav a[aria-current=\"page\"]').map(a => a.dataset.test)";
            page.until_equal(
                "the current view",
                current,
                serde_json::json!([format!("nav-{name}")]),
            )
            .await?;
        }
        page.click(&format!("a{}", hook("nav-method"))).await?;
        page.until("the method is shown", "return visible(one('method'))").await?;
        page.back().await?;
        page.is_at("#/overview?agency=MSS").await.map(drop)
    });
}

/// A reader who is fast must not lose a step.
#[test]
fn quick_clicks_are_all_applied() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        let mut view = View::of("#/overview");
        page.shows(&view.link()).await?;
        let mut before = Vec::new();
        for (facet, id) in [
            (Facet::Agency, "MPS"),
            (Facet::Format, "bilateral"),
            (Facet::Agency, "CPLC"),
            (Facet::Format, "sideline"),
            (Facet::Agency, "CPLC"),
            (Facet::Format, "multilateral"),
        ] {
            page.click(&value(facet, id)).await?;
            before.push(view.link());
            view = view.after(|state| state.filters.toggle_include(facet, id));
        }
        page.is_at(&view.link()).await?;
        // Every click was a step.
        for link in before.iter().rev() {
            page.back().await?;
            page.is_at(link).await?;
        }
        Ok(())
    });
}
