//! What a reader's hands do: pointer, touch and keyboard, through the browser's own input queue.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page::Page;

/// Keys by their WebDriver code points.
pub mod key {
    /// Tabulator.
    pub const TAB: char = '\u{e004}';
    /// Enter.
    pub const ENTER: char = '\u{e007}';
    /// Shift.
    pub const SHIFT: char = '\u{e008}';
    /// Control.
    pub const CONTROL: char = '\u{e009}';
    /// Alt.
    pub const ALT: char = '\u{e00a}';
    /// Escape.
    pub const ESCAPE: char = '\u{e00c}';
    /// Space bar.
    pub const SPACE: char = ' ';
    /// End.
    pub const END: char = '\u{e010}';
    /// Home.
    pub const HOME: char = '\u{e011}';
    /// Left arrow.
    pub const LEFT: char = '\u{e012}';
    /// Up arrow.
    pub const UP: char = '\u{e013}';
    /// Right arrow.
    pub const RIGHT: char = '\u{e014}';
    /// Down arrow.
    pub const DOWN: char = '\u{e015}';
    /// Backspace.
    pub const BACKSPACE: char = '\u{e003}';
}

/// A point of the view, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// The middle of an element that a reader could hit: opened, scrolled to, not covered. It is not scrolled to
/// where it has been seen before: it would be in the middle of the window each time, however much the page
/// moves below it.
const REACH: &str = r#"
const [selector, seen] = arguments;
const element = document.querySelector(selector);
if (!element) return 'is not in the page';
for (let at = element.closest('details:not([open])'); at; at = at.parentElement?.closest('details:not([open])')) {
    if (!element.closest('summary') || element.closest('summary').parentElement !== at) return { fold: true };
}
if (!seen) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
const box = element.getBoundingClientRect();
if (box.width < 1 || box.height < 1) return 'has no size';
const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
if (x < box.x - 1 || x > box.right + 1 || y < box.y - 1 || y > box.bottom + 1) return 'is outside of the window';
const hit = document.elementFromPoint(x, y);
if (!hit) return 'is outside of the window';
if (!element.contains(hit) && !hit.contains(element)) return 'is covered by ' + hit.outerHTML.slice(0, 160);
if (hit !== element && hit.contains(element)) {
    const style = getComputedStyle(element);
    if (style.pointerEvents === 'none' || style.visibility === 'hidden') return 'cannot be pointed at';
}
return { x, y };
"#;

/// Ends once two frames are painted and what was put off until then is done, however long that takes: what a
/// scroll brings into sight is laid out in the frame after that, in Firefox beginning with the nearest. WebKit does not tell when nothing is left to do, and gets some more time.
const AT_REST: &str = "const done = arguments[0];
    const rest = window.requestIdleCallback ?? (then => setTimeout(then, 60));
    requestAnimationFrame(() => requestAnimationFrame(() =>
        setTimeout(() => rest(() => done(), { timeout: 1000 }))));";

const UNFOLD: &str = r#"
let at = document.querySelector(arguments[0]).closest('details:not([open])');
while (at.parentElement?.closest('details:not([open])')) at = at.parentElement.closest('details:not([open])');
const summary = at.querySelector('summary');
summary.scrollIntoView({ block: 'center', behavior: 'instant' });
const box = summary.getBoundingClientRect();
return { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 };
"#;

impl Page {
    /// The middle of an element, after unfolding and scrolling what keeps it out of sight.
    pub async fn reach(&self, selector: &str) -> Outcome<Point> {
        // A person looks twice too: what has just been drawn may still move.
        let mut problem = "does not come to rest".to_owned();
        let mut before: Option<Point> = None;
        for _ in 0..80 {
            let found = self.run(REACH, &[selector.into(), before.is_some().into()]).await?;
            match found {
                Value::String(why) => {
                    problem = why;
                    before = None;
                }
                Value::Object(ref fields) if fields.contains_key("fold") => {
                    let at = serde_json::from_value(self.run(UNFOLD, &[selector.into()]).await?)?;
                    self.click_at(at, None).await?;
                }
                found => {
                    // What comes into sight is laid out only then, and may push the rest around.
                    let found: Point = serde_json::from_value(found)?;
                    // Firefox may scroll to and fro by the part of a pixel that is left.
                    let same = |before: Point| {
                        (before.x - found.x).abs() <= 1.0 && (before.y - found.y).abs() <= 1.0
                    };
                    if before.is_some_and(same) {
                        return Ok(found);
                    }
                    problem = format!("does not come to rest: it is at {found:?} after {before:?}");
                    before = Some(found);
                }
            }
            self.client().execute_async(AT_REST, vec![]).await?;
        }
        Err(Failure::new(format!("`{selector}` {problem}")))
    }

    /// The middles of all elements that a selector finds, where they are now.
    pub async fn middles(&self, selector: &str) -> Outcome<Vec<Point>> {
        let script = "return all(arguments[0]).map(element => element.getBoundingClientRect())
            .map(box => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))";
        Ok(serde_json::from_value(self.run(script, &[selector.into()]).await?)?)
    }

    /// Clicks an element with the mouse.
    pub async fn click(&self, selector: &str) -> Outcome {
        let at = self.reach(selector).await?;
        self.click_at(at, None).await
    }

    /// Clicks an element while a key is held.
    pub async fn click_with(&self, modifier: char, selector: &str) -> Outcome {
        let at = self.reach(selector).await?;
        self.click_at(at, Some(modifier)).await
    }

    /// Clicks a point.
    pub async fn click_at(&self, at: Point, modifier: Option<char>) -> Outcome {
        let mouse = json!([move_to(at), down(), up()]);
        let Some(key) = modifier else {
            return self.act(json!([pointer("mouse", mouse)])).await;
        };
        let key = key.to_string();
        self.act(json!([{ "type": "key", "id": "keys", "actions": [{ "type": "keyDown", "value": key }] }]))
            .await?;
        self.act(json!([pointer("mouse", mouse)])).await?;
        self.act(json!([{ "type": "key", "id": "keys", "actions": [{ "type": "keyUp", "value": key }] }]))
            .await
    }

    /// Taps an element with a finger, or in WebKit, whose driver has no fingers, with the mouse.
    pub async fn tap(&self, selector: &str) -> Outcome {
        let at = self.reach(selector).await?;
        self.act(json!([pointer("touch", json!([move_to(at), down(), up()]))])).await
    }

    /// Moves the mouse over an element.
    pub async fn hover(&self, selector: &str) -> Outcome {
        let at = self.reach(selector).await?;
        // From beside it: where the pointer is already, WebKit sees no move, though the page may
        // have been scrolled below it.
        self.move_mouse(Point { x: at.x - 1.0, ..at }).await?;
        self.move_mouse(at).await
    }

    /// Follows a link as a reader does who finds it on the page: where a script leads to is no step that back
    /// returns from, in WebKit.
    pub async fn follow(&self, link: &str) -> Outcome {
        let put = "const link = document.createElement('a');
            link.href = arguments[0]; link.id = 'followed'; link.textContent = 'there';
            link.style = 'position: fixed; inset: 200px auto auto 200px; z-index: 99';
            document.body.append(link)";
        self.run(put, &[link.into()]).await?;
        self.click("#followed").await?;
        self.run("document.getElementById('followed').remove()", &[]).await.map(drop)
    }

    /// Moves the mouse to a point.
    pub async fn move_mouse(&self, at: Point) -> Outcome {
        self.act(json!([pointer("mouse", json!([move_to(at)]))])).await
    }

    /// Presses the left button at a point and keeps it down, for [`Page::pull`] and
    /// [`Page::let_go`].
    pub async fn press_mouse(&self, at: Point) -> Outcome {
        self.mouse("mouseMoved", at, 0).await?;
        self.mouse("mousePressed", at, 1).await
    }

    /// Moves the mouse with its button down.
    pub async fn pull(&self, to: Point) -> Outcome {
        self.mouse("mouseMoved", to, 1).await
    }

    /// Releases the left button.
    pub async fn let_go(&self, at: Point) -> Outcome {
        self.mouse("mouseReleased", at, 0).await
    }

    /// One event of a drag that goes on over several commands. The actions of Chromium's driver
    /// let a captured pointer go at the end of each command.
    async fn mouse(&self, kind: &str, at: Point, buttons: u8) -> Outcome {
        if self.engine() != Engine::Chromium {
            let action = match kind {
                "mousePressed" => down(),
                "mouseReleased" => up(),
                _ => move_to(at),
            };
            return self.act(json!([pointer("mouse", json!([action]))])).await;
        }
        let pressed = kind != "mouseMoved";
        let params = json!({
            "type": kind,
            "x": at.x,
            "y": at.y,
            "button": if pressed || buttons > 0 { "left" } else { "none" },
            "buttons": buttons,
            "clickCount": u8::from(pressed),
        });
        self.devtools("Input.dispatchMouseEvent", params).await.map(drop)
    }

    /// Turns the wheel of the mouse at a point, upwards if `delta` is negative.
    pub async fn wheel(&self, at: Point, delta: i32) -> Outcome {
        // Firefox's driver knows of whole pixels only.
        let (x, y) = (at.x.round() as i64, at.y.round() as i64);
        let scroll = json!({
            "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": delta,
            "duration": 0, "origin": "viewport",
        });
        self.act(json!([{ "type": "wheel", "id": "wheel", "actions": [scroll] }])).await
    }

    /// Two fingers on both sides of a point that move away from it, step by step.
    pub async fn pinch(&self, at: Point, gaps: &[f64]) -> Outcome {
        let finger = |id: &str, side: f64| {
            let place = |gap: &f64| move_to(Point { x: at.x + side * gap, y: at.y });
            let mut path: Vec<Value> = gaps.iter().map(place).collect();
            path.insert(1.min(path.len()), down());
            path.push(up());
            json!({ "type": "pointer", "id": id, "parameters": { "pointerType": "touch" }, "actions": path })
        };
        self.act(json!([finger("left finger", -1.0), finger("right finger", 1.0)])).await
    }

    /// Presses the left button at the first point, moves through the others, releases it.
    pub async fn drag(&self, path: &[Point]) -> Outcome {
        let mut actions = Vec::new();
        for (index, &point) in path.iter().enumerate() {
            actions.push(move_to(point));
            if index == 0 {
                actions.push(down());
            }
            // A hand takes a frame or two from one place to the next.
            actions.push(json!({ "type": "pause", "duration": 20 }));
        }
        actions.push(up());
        self.act(json!([pointer("mouse", json!(actions))])).await
    }

    /// Presses keys, one after the other.
    pub async fn press(&self, keys: &[char]) -> Outcome {
        let actions: Vec<Value> = keys
            .iter()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        self.act(json!([{ "type": "key", "id": "keys", "actions": actions }])).await
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: char, key: char) -> Outcome {
        let step = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let actions =
            [step("keyDown", held), step("keyDown", key), step("keyUp", key), step("keyUp", held)];
        self.act(json!([{ "type": "key", "id": "keys", "actions": actions }])).await
    }

    /// Clicks into a field and writes a text in place of what it holds.
    pub async fn write(&self, selector: &str, text: &str) -> Outcome {
        self.click(selector).await?;
        self.chord(key::CONTROL, 'a').await?;
        self.press(&[key::BACKSPACE]).await?;
        self.press(&text.chars().collect::<Vec<_>>()).await
    }

    async fn act(&self, sources: Value) -> Outcome {
        self.post("actions", json!({ "actions": sources })).await.map(drop)
    }
}

fn pointer(kind: &str, actions: Value) -> Value {
    json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions })
}

fn move_to(at: Point) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "x": at.x, "y": at.y, "origin": "viewport" })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}
