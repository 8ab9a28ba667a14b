//! The hosted page without its host, and with another one: what the service worker is for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::hooks::mark;
use browser_tests::host::Host;
use browser_tests::{Outcome, Page, Settings, browse_with};
use explorer_view::chart::Chart;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Runs a script that can wait.
pub async fn wait_for(page: &Page, script: &str) -> Outcome<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         (async () => {{ {script} }})().then(done, error => done(String(error)))"
    );
    Ok(page.client().execute_async(&script, vec![]).await?)
}

/// Waits until the service worker keeps the page.
pub async fn is_kept(page: &Page) -> Outcome {
    let state = "const worker = (await navigator.serviceWorker.ready).active;
        while (worker.state !== 'activated')
            await new Promise(next => worker.addEventListener('statechange', next, { once: true }));
        return worker.state";
    assert_eq!(wait_for(page, state).await?, json!("activated"));
    Ok(())
}

/// The page at a view that its host served, which then went away. The host's address stays its own as long as
/// that is kept.
pub async fn without_host(page: &Page, link: &str) -> Outcome<(Host, Page)> {
    let mut host = Host::of_page()?;
    let page = page.hosted_at(&host.url());
    page.open(link).await?;
    page.shows(link).await?;
    is_kept(&page).await?;
    host.stop()?;
    page.reload().await?;
    page.shows(link).await?;
    Ok((host, page))
}

/// How many builds are kept.
const BUILDS: &str = "return (await caches.keys()).length";

#[test]
fn the_page_opens_without_its_host() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let (host, page) = without_host(&page, "#/overview?agency=MPS").await?;
        page.click(&mark(Chart::Formats, "sideline")).await?;
        page.is_at("#/overview?agency=MPS&format=sideline").await?;
        // Opened anew from links, in the ways in which a host answers with the page.
        for (address, link) in [("", "#/records?region=africa"), ("index.html", "#/country/VNM")] {
            let page = page.hosted_at(&format!("{}{address}", host.url()));
            page.open(link).await?;
            page.shows(link).await?;
        }
        Ok(())
    });
}

/// Makes what the host serves another build, whose style sheet says so.
fn rebuild(host: &Host, mark: &str) -> Vec<(String, Vec<u8>)> {
    let worker = String::from_utf8(host.get("service-worker.js").unwrap()).unwrap();
    let style = host.names().into_iter().find(|name| name.ends_with(".css")).unwrap();
    let before = host.get(&style).unwrap();
    let mut after = before.clone();
    after.extend(format!(":root{{--build:{mark}}}").bytes());
    // As much of it as the worker has.
    let hash = |bytes: &[u8]| STANDARD.encode(Sha256::digest(bytes))[..22].to_owned();
    assert!(worker.contains(&hash(&before)), "the worker knows the style sheet");
    // The name of a build follows from its worker.
    let at = worker.find("BUILD=\"").unwrap() + 7;
    let build = &worker[at..at + 16];
    let worker = worker.replace(&hash(&before), &hash(&after));
    let worker = worker.replace(build, &hash(worker.as_bytes())[..16]);
    vec![(style, after), ("service-worker.js".to_owned(), worker.into_bytes())]
}

#[test]
fn a_new_build_is_offered_and_never_mixed_with_the_old() {
    const BUILD: &str =
        "return getComputedStyle(document.documentElement).getPropertyValue('--build')";
    const OFFERED: &str = "return all('.notice').filter(visible).map(n => n.textContent).join()
        .includes('new version')";
    browse_with(Settings::OWN, async |page| -> Outcome {
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        let link = "#/overview?region=africa";
        page.open(link).await?;
        page.shows(link).await?;
        is_kept(&page).await?;
        assert_eq!(wait_for(&page, BUILDS).await?, json!(1));

        // In the middle of an update: the worker is there, the style sheet is not yet.
        let mut new = rebuild(&host, "second");
        let (name, worker) = new.pop().unwrap();
        host.put(&name, worker);
        let update = "const registration = await navigator.serviceWorker.ready;
            await registration.update().catch(() => {});
            const next = registration.installing;
            while (next && next.state !== 'redundant')
                await new Promise(done => next.addEventListener('statechange', done, { once: true }));
            return !!registration.waiting";
        assert_eq!(wait_for(&page, update).await?, json!(false), "half a build is none");
        page.reload().await?;
        page.shows(link).await?;
        page.until_equal("the build", BUILD, "").await?;
        page.until_equal("a notice", OFFERED, false).await?;
        assert_eq!(wait_for(&page, BUILDS).await?, json!(1));

        let (name, style) = new.pop().unwrap();
        host.put(&name, style);
        page.reload().await?;
        // The old build, all of it, until the reader agrees.
        page.until("the new version is offered", OFFERED).await?;
        page.shows(link).await?;
        page.until_equal("the build", BUILD, "").await?;
        page.click(".notice button").await?;
        page.until_equal("the build", BUILD, "second").await?;
        page.ready().await?;
        page.shows(link).await?;
        page.until_equal("a notice", OFFERED, false).await?;
        assert_eq!(wait_for(&page, BUILDS).await?, json!(1), "the old one is gone");
        Ok(())
    });
}

#[test]
fn what_is_kept_has_the_headers_of_the_host() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let mut host = Host::of_page()?;
        host.also_send("X-Frame-Options", "DENY");
        let page = page.hosted_at(&host.url());
        page.open("#/method").await?;
        is_kept(&page).await?;
        host.stop()?;
        page.reload().await?;
        let header = "return (await fetch('./')).headers.get('X-Frame-Options')";
        assert_eq!(wait_for(&page, header).await?, json!("DENY"));
        Ok(())
    });
}

#[test]
fn a_storage_that_fails_is_passed_by() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let host = Host::of_page()?;
        let worker = String::from_utf8(host.get("service-worker.js").unwrap()).unwrap();
        let failing = "self.addEventListener('message', ({ data }) => {
            if (data !== 'fail') return;
            for (const name of ['open', 'keys', 'match', 'has', 'delete'])
                caches[name] = () => Promise.reject(new Error('The disk is broken.'));
            caches.open().catch(() => clients.matchAll().then(all =>
                all.forEach(client => client.postMessage('failing'))));
        });";
        host.put("service-worker.js", format!("{failing}\n{worker}"));
        let page = page.hosted_at(&host.url());
        let link = "#/overview?region=africa";
        page.open(link).await?;
        is_kept(&page).await?;
        page.reload().await?;
        let fail = "return new Promise(done => {
            navigator.serviceWorker.addEventListener('message', event => done(event.data));
            navigator.serviceWorker.controller.postMessage('fail');
        })";
        assert_eq!(wait_for(&page, fail).await?, json!("failing"));
        page.reload().await?;
        page.shows(link).await.map(drop)
    });
}

#[test]
fn an_old_build_is_kept_while_a_tab_shows_it() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        let link = "#/overview?region=africa";
        page.open(link).await?;
        is_kept(&page).await?;
        page.reload().await?;
        page.shows(link).await?;

        // Another build, whose chunks and whose module that reads tables have other names, and which another
        // tab has taken.
        let mut worker = String::from_utf8(host.get("service-worker.js").unwrap()).unwrap();
        let is_renamed = |name: &&String| {
            ["table-", "own-file-", "other-pages-"].iter().any(|start| name.starts_with(start))
        };
        for name in host.names().iter().filter(is_renamed) {
            let entry = worker.find(&format!("\"{name}\":")).unwrap();
            let end = entry + worker[entry..].find(',').unwrap() + 1;
            worker.replace_range(entry..end, "");
            host.lose(name);
        }
        let build = worker.find("BUILD=\"").unwrap() + 7;
        worker.replace_range(build..build + 16, "0123456789abcdef");
        host.put("service-worker.js", worker);
        let take = "const registration = await navigator.serviceWorker.ready;
            await registration.update();
            const next = registration.installing ?? registration.waiting;
            const until = async state => {
                while (next.state !== state)
                    await new Promise(done => next.addEventListener('statechange', done, { once: true }));
            };
            if (next.state === 'installing') await until('installed');
            next.postMessage('activate');
            await until('activated');
            return (await caches.keys()).length";
        assert_eq!(wait_for(&page, take).await?, json!(2), "both are kept");
        page.go("#/file").await?;
        page.until(
            "the view is there, from the old build",
            "return visible(document.querySelector('main own-file [data-test=\"own-file\"]'))",
        )
        .await?;
        page.choose_text("table.csv", "date,country\n2024-01-02,Laos\n").await?;
        page.load_table("table.csv").await?;

        page.go(link).await?;
        page.reload().await?;
        page.shows(link).await?;
        for _ in 0..40 {
            if wait_for(&page, BUILDS).await? == json!(1) {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the old build is still there, though no tab shows it");
    });
}
