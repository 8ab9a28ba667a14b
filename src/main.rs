//! Mounts the page.

#[cfg(target_arch = "wasm32")]
mod other_pages {
    use std::pin::Pin;

    use explorer::pages::chunk::Chunk;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    /// Where the Wasm is split: what this leads to, and nothing else does, is loaded when it is first called.
    /// It is the only such place, so there is one chunk. It stands here and not with the pages: the splitter
    /// finds it in the program.
    #[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn chunk() -> Result<Chunk, SplitLoaderError> {
        Ok(Chunk::whole())
    }

    /// Loads the chunk.
    pub fn load() -> Pin<Box<dyn Future<Output = Option<Chunk>>>> {
        Box::pin(async { chunk().await.ok() })
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount(other_pages::load);
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
