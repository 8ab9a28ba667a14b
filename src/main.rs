//! Mounts the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
