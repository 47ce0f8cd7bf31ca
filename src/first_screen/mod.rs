//! The first screen as text, made on the host by the same components: what the build puts into the page, so that the first question can be
//! answered before the program has come.

use crate::app::App;
use crate::browser::languages::Language;
use crate::start::CHECK;
use crate::state::material::Material;
use crate::state::place::Place;
use leptos::prelude::*;

/// The first screen of somebody who opens the quiz for the first time, as HTML.
pub fn html(material: Material, languages: Vec<Language>) -> String {
    let html = Owner::new().with(|| {
        view! { <App material=material languages=languages check=CHECK place=Place::of_nobody() /> }.to_html()
    });
    // Between what may come and go Leptos leaves comments, which only its own hydration would need.
    html.replace("<!>", "")
}
