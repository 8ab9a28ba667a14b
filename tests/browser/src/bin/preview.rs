//! Takes the picture that other pages show with a link to the page: its map, and what that says.
//!
//! `cargo xtask preview` runs this. `PREVIEW` is the file to write.

use std::process::ExitCode;

use browser_tests::browser::run;
use browser_tests::screen::Screen;
use browser_tests::{Failure, Outcome, Page, Settings};

/// The size that those who show such pictures ask for.
const SCREEN: Screen = Screen { width: 1200, height: 630, ratio: 1.0, touch: false };

/// Lays a sheet over the framed map: a heading, what the map says, the map as it is drawn, and its legend.
/// Half as large, as most readers see it, all words can still be read.
const SHEET: &str = "
    const of = selector => document.querySelector(selector);
    const drawn = of('.map canvas');
    const sheet = document.createElement('div');
    sheet.style = 'position:fixed;inset:0;z-index:99;background:var(--paper);color:var(--ink);padding:34px 44px';
    const line = (text, style) => {
        const p = document.createElement('p');
        p.textContent = text;
        p.style = `margin:0;line-height:1.25;${style}`;
        sheet.append(p);
    };
    line('Security Diplomacy Explorer', 'font-size:46px;font-weight:700');
    line('Whom the heads of China\u2019s police, state security and law enforcement met', 'font-size:29px;margin-top:4px');
    line(of('figcaption h2, figcaption h3, figcaption strong, figcaption b')?.textContent ?? '',
        'position:absolute;left:44px;bottom:30px;width:560px;font-size:27px;font-weight:600');
    const map = document.createElement('canvas');
    map.width = drawn.width; map.height = drawn.height;
    map.getContext('2d').drawImage(drawn, 0, 0);
    map.style = 'position:absolute;right:0;left:0;margin:auto;top:132px;width:1090px';
    sheet.prepend(map);
    const legend = of('.legend').cloneNode(true);
    legend.style = 'position:absolute;right:44px;bottom:30px;font-size:22px;gap:6px 18px;justify-content:end;width:560px';
    for (const swatch of legend.querySelectorAll('i')) swatch.style.cssText += ';width:26px;height:18px';
    sheet.append(legend);
    document.body.append(sheet);";

fn main() -> ExitCode {
    match run("preview", Settings::USUAL, take) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn take(page: Page) -> Outcome {
    let path = std::env::var("PREVIEW").map_err(|_| Failure::new("PREVIEW is not set"))?;
    page.look_on(SCREEN).await?;
    page.hosted_at(&format!("{}?embed=1&chart=map", page.home())).open("#/overview").await?;
    page.run(SHEET, &[]).await?;
    let picture = page.client().screenshot().await?;
    std::fs::write(&path, picture).map_err(|error| Failure::new(format!("cannot write {path}: {error}")))
}
