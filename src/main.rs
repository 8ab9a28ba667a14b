//! Mounts the page. Everything is in the library, so that it can be tested natively.

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::ui::start();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
