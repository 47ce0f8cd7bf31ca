//! The quiz in the page.

use super::check::CHECK;
use crate::app::App;
use crate::browser::languages::Language;
use crate::browser::{document, first_screen};
use crate::state::foreign::Foreign;
use crate::state::material::Material;
use crate::state::place::Place;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Shows the quiz. From what has been done on the first screen to the same on the quiz's own nothing is drawn in between.
pub(super) async fn show(material: Material, list: Vec<Language>, place: Place, foreign: Option<Foreign>) {
    let done = first_screen::done().await;
    let Some(root) = document::root() else { return };
    let app = move || view! { <App material=material languages=list check=CHECK place=place foreign=foreign /> };
    mount_to(root, app).forget();
    if let Some(done) = done {
        done.again();
    }
}
