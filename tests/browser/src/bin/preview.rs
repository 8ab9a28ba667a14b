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
    const drawn = document.querySelector('.map canvas');
    const finding = document.querySelector('figcaption').firstElementChild.textContent;
    const add = (parent, name, style, text = '') => {
        const element = document.createElement(name);
        element.style = style;
        element.textContent = text;
        parent.append(element);
        return element;
    };
    document.documentElement.style.overflow = 'hidden';
    const sheet = add(document.body, 'div',
        'position:fixed;inset:0;z-index:99;box-sizing:border-box;padding:30px 44px;background:var(--paper);color:var(--ink)');
    const line = 'margin:0;line-height:1.3;white-space:nowrap;';
    add(sheet, 'p', line + 'font-size:46px;font-weight:700', 'Security Diplomacy Explorer');
    add(sheet, 'p', line + 'font-size:29px', 'Whom the heads of China’s police, state-security and legal system met');
    add(sheet, 'p', line + 'font-size:25px;color:var(--ink-muted)', finding);
    const map = add(sheet, 'canvas', 'position:absolute;left:100px;top:166px;width:1000px');
    map.width = drawn.width;
    map.height = drawn.height;
    map.getContext('2d').drawImage(drawn, 0, 0);
    const legend = add(sheet, 'div', 'position:absolute;right:44px;top:18px;font-size:20px;line-height:1.2');
    add(legend, 'p', 'margin:0 0 3px', 'Interactions');
    const classes = add(legend, 'div', 'display:flex');
    for (const entry of document.querySelectorAll('.legend li')) {
        const [swatch, label] = entry.children;
        if (/^[0-9]/.test(label.textContent)) {
            const column = add(classes, 'div', 'width:64px;text-align:center');
            add(column, 'div', `height:18px;background:${swatch.style.background}`);
            add(column, 'span', '', label.textContent);
        }
    }";

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
    std::fs::write(&path, picture)
        .map_err(|error| Failure::new(format!("cannot write {path}: {error}")))
}
