use leptos::prelude::*;

/// A line of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// Its values from left to right, each from 0 to 100. All lines of a chart have as many.
    pub values: Vec<u8>,
}

/// The most markers on a line. More would run into each other.
const MOST_MARKERS: usize = 12;

/// The least distance of two names, in percent of the height: a line of text.
const NAME_HEIGHT: f64 = 11.0;

/// The shapes of the markers, around the point that they mark: a circle, a square, a triangle and a diamond.
const SHAPES: [&str; 4] =
    ["M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z", "M-4 -4H4V4H-4z", "M0 -5.5L5 4H-5z", "M0 -6L6 0L0 6L-6 0z"];

/// Up to four lines over the same points, which are as far from each other as there is room. Each is told apart by its
/// dashes, its markers, and its name at its end, so that nobody needs a colour. The values must stand beside it: to whoever
/// hears the page it is one picture.
///
/// All is placed in percent, so that texts and strokes keep their size in every width.
#[component]
pub fn LineChart(
    /// What the picture is, for those who hear the page.
    label: String,
    /// The lines.
    series: Vec<Series>,
    /// Heights to be marked at the side, from 0 to 100, and what each is called.
    marks: [(u8, String); 3],
    /// What the first and the last point are called.
    ends: (String, String),
) -> impl IntoView {
    let grid = marks.clone().map(|(mark, _)| {
        let y = y(mark);
        view! { <line class="chart__grid" x1="0%" x2="100%" y1=percent(y) y2=percent(y) /> }
    });
    let marks = marks.map(|(mark, text)| {
        view! { <span class="chart__mark" style:top=percent(y(mark))>{text}</span> }
    });
    let lasts: Vec<f64> = series.iter().map(|series| y(series.values.last().copied().unwrap_or(0))).collect();
    let names = series.iter().zip(apart(&lasts)).enumerate().map(|(place, (series, top))| {
        view! {
            <span class="chart__name" style:top=percent(top)>
                <svg class=class("chart__key", place) width="14" height="14" viewBox="-7 -7 14 14" focusable="false">
                    <path d=shape(place) />
                </svg>
                {series.name.clone()}
            </span>
        }
    });
    let names = names.collect_view();
    let lines = series.iter().enumerate().map(|(place, series)| line(series, place)).collect_view();
    view! {
        <div role="img" aria-label=label>
            // Not every browser leaves out what is in a picture.
            <div class="chart" aria-hidden="true">
                <div class="chart__marks">{marks.collect_view()}</div>
                <svg class="chart__plot" width="100%" height="100%" focusable="false">
                    {grid.collect_view()}
                    {lines}
                </svg>
                <div class="chart__names">{names}</div>
                <div class="chart__ends">
                    <span>{ends.0}</span>
                    <span>{ends.1}</span>
                </div>
            </div>
        </div>
    }
}

/// A line and its markers.
fn line(series: &Series, place: usize) -> impl IntoView + use<> {
    let last = series.values.len().saturating_sub(1);
    let x = |at: usize| 100.0 * at as f64 / last.max(1) as f64;
    let points: Vec<(f64, f64)> = series.values.iter().enumerate().map(|(at, value)| (x(at), y(*value))).collect();
    let strokes = points.windows(2).map(|pair| {
        let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
        view! { <line x1=percent(x1) y1=percent(y1) x2=percent(x2) y2=percent(y2) /> }
    });
    let strokes = strokes.collect_view();
    let step = points.len().div_ceil(MOST_MARKERS).max(1);
    let is_marked = |at: usize| at == last || at.is_multiple_of(step);
    let markers = points.iter().enumerate().filter(|(at, _)| is_marked(*at)).map(|(_, (x, y))| {
        // A place of its own, as a path knows no percent.
        view! {
            <svg x=percent(*x) y=percent(*y) overflow="visible">
                <path d=shape(place) />
            </svg>
        }
    });
    let markers = markers.collect_view();
    view! { <g class=class("chart__line", place)>{strokes} {markers}</g> }
}

fn shape(place: usize) -> &'static str {
    SHAPES[place % SHAPES.len()]
}

fn class(name: &str, place: usize) -> String {
    format!("{name} {name}--{}", place % SHAPES.len() + 1)
}

/// How far down a value stands, in percent.
fn y(value: u8) -> f64 {
    100.0 - f64::from(value.min(100))
}

fn percent(value: f64) -> String {
    format!("{value}%")
}

/// The places of names beside their lines, moved as little as it takes for none to lie over another.
fn apart(wanted: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut places = wanted.to_vec();
    let mut least = 0.0_f64;
    for &at in &order {
        places[at] = places[at].max(least);
        least = places[at] + NAME_HEIGHT;
    }
    let mut most = 100.0_f64;
    for &at in order.iter().rev() {
        places[at] = places[at].min(most);
        most = places[at] - NAME_HEIGHT;
    }
    places
}
