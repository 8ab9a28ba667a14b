//! A browser for a test: one that another test has left, or a new one. One in which a test failed is
//! closed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::Client;
use serde_json::Value;
use tokio::task::LocalSet;

use crate::engine::Engine;
use crate::environment::Environment;
use crate::failure::{Failure, Outcome};
use crate::kept::Kept;
use crate::lane::Lane;
use crate::origin;
use crate::page::Page;
use crate::session;
use crate::settings::Settings;
use crate::stuck;

/// No test takes longer unless something hangs.
const LONGEST: Duration = Duration::from_secs(300);
/// How long a driver may take to start a browser.
const START: Duration = Duration::from_secs(60);
/// How long a browser that another test has left may take to be as new.
const RENEWAL: Duration = Duration::from_secs(15);
/// How long it may take to close it.
const CLOSE: Duration = Duration::from_secs(20);
/// How often it is asked to: WebKit's now and then starts a browser and does not hear of it.
const ATTEMPTS: usize = 3;

/// Nor does a measurement, which may be of ten million rows.
const LONGEST_MEASUREMENT: Duration = Duration::from_secs(1800);

/// Why a test is left out of all engines but one.
const SAME_WASM: &str = "the numbers are those of the same Wasm";

/// Runs a test in a browser on a desktop screen, before anything is opened.
///
/// # Panics
/// If the test fails, after a screenshot was saved and the browser closed.
pub fn browse<F, Fut>(test: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome> + 'static,
{
    browse_with(Settings::USUAL, test);
}

/// As [`browse`], in Chromium alone unless engines are named on the command line: for what follows from
/// numbers and words that the same Wasm makes in every engine. How an engine paints, stores and takes
/// input is looked at in all three.
///
/// # Panics
/// As [`browse`].
pub fn browse_once<F, Fut>(test: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome> + 'static,
{
    match Environment::read() {
        Ok(environment)
            if !environment.every_test
                && !environment.engine.only_here(&[Engine::Chromium], SAME_WASM) => {}
        Ok(_) => browse(test),
        Err(failure) => fail(&failure),
    }
}

/// As [`browse`], in the browser of a reader who has set something.
///
/// # Panics
/// As [`browse`].
pub fn browse_with<F, Fut>(settings: Settings, test: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome> + 'static,
{
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", "-");
    if let Err(failure) = run(&name, settings, test) {
        fail(&failure);
    }
}

/// Runs something in a browser; `name` is that of the screenshot of its failure.
///
/// # Errors
/// What it returned, or that the browser did not start, or that it took too long.
pub fn run<F, Fut, T>(name: &str, settings: Settings, test: F) -> Outcome<T>
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome<T>> + 'static,
    T: 'static,
{
    let environment = Environment::read()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(format!("no runtime: {error}")))?;
    let lane = Lane::take(&environment);
    let longest = if settings.measuring { LONGEST_MEASUREMENT } else { LONGEST };
    let shared = !settings.own && !environment.own_browsers;
    let work = async {
        let (client, features) = open(&environment, &lane, &settings, shared).await?;
        // Nothing else is ever at home in a browser of one's own.
        let home =
            if shared { origin::of_its_own(&environment.page)? } else { environment.page.clone() };
        let page = Page::new(client.clone(), settings, environment.engine, &home);
        // A task, so that a panic in the test ends here and the browser is closed.
        let mut task = tokio::task::spawn_local(test(page));
        let ended = tokio::time::timeout(longest, &mut task).await;
        let failed = !matches!(ended, Ok(Ok(Ok(_))));
        if failed {
            task.abort();
            match screenshot(&client, environment.engine, name).await {
                Ok(path) => eprintln!("screenshot: {}", path.display()),
                Err(failure) => eprintln!("no screenshot: {failure}"),
            }
        }
        let closed = match features {
            Some(features) if !failed => {
                lane.keep(Kept::leave(&client, settings, features).await?);
                Ok(())
            }
            _ => close(client, lane.driver(&environment)).await,
        };
        let value = match ended {
            Ok(Ok(value)) => value?,
            Ok(Err(error)) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Ok(Err(error)) => return Err(Failure::new(error.to_string())),
            Err(_) => return Err(Failure::new(format!("still running after {longest:?}"))),
        };
        closed?;
        Ok(value)
    };
    LocalSet::new().block_on(&runtime, work)
}

/// The browser that the last test has left, if there is one and it is as new, or else a new one. The
/// features of its first window come with it if it is to be left to the next test.
async fn open(
    environment: &Environment,
    lane: &Lane,
    settings: &Settings,
    shared: bool,
) -> Outcome<(Client, Option<Value>)> {
    let driver = lane.driver(environment);
    if let Some(kept) = lane.kept() {
        let client = kept.client(driver).await?;
        if shared && kept.suits(settings, environment.engine) {
            match tokio::time::timeout(RENEWAL, kept.renew(&client, *settings, environment)).await {
                Ok(Ok(features)) => return Ok((client, Some(features))),
                Ok(Err(failure)) => eprintln!("a new browser: {failure}"),
                Err(_) => eprintln!("a new browser: the other one does not answer"),
            }
        }
        // It may be what is wrong with it.
        if let Err(failure) = close(client, driver).await {
            eprintln!("{failure}");
        }
    }
    let client = start(environment, driver, settings).await?;
    let features = if shared { Some(Kept::features(&client).await?) } else { None };
    Ok((client, features))
}

/// Closes a browser, by force if need be.
async fn close(client: Client, driver: &str) -> Outcome {
    let mut closed = tokio::time::timeout(CLOSE, client.clone().close()).await;
    if closed.is_err() {
        stuck::end(driver);
        closed = tokio::time::timeout(CLOSE, client.close()).await;
    }
    closed.map_err(|_| Failure::new("the driver does not close the browser"))??;
    Ok(())
}

/// Starts a browser, and another one if the driver does not say that it has.
async fn start(environment: &Environment, driver: &str, settings: &Settings) -> Outcome<Client> {
    for _ in 0..ATTEMPTS {
        let started = session::start(environment, driver, settings);
        if let Ok(started) = tokio::time::timeout(START, started).await {
            return started;
        }
        stuck::end(driver);
    }
    Err(Failure::new(format!("the driver at {driver} starts no browser")))
}

#[expect(clippy::panic, reason = "this is how a test fails")]
fn fail(failure: &Failure) -> ! {
    panic!("{failure}")
}

async fn screenshot(client: &Client, engine: Engine, name: &str) -> Outcome<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("."));
    let folder = root.join("target/browser-failures").join(engine.name());
    let path = folder.join(format!("{name}.png"));
    let taken = tokio::time::timeout(Duration::from_secs(20), client.screenshot()).await;
    let png = taken.map_err(|_| Failure::new("the browser does not answer"))??;
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&path, png))
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))?;
    Ok(path)
}
