//! Large text, narrow windows, wide spacing, few colours and no motion: nothing is lost in any scene.

use e2e::browser::Browser;
use e2e::scenes;
use e2e::view::{self, Media};
use serde_json::Value;

const PARTS: usize = 2;

#[test]
fn nothing_is_cut_off_in_the_first_part() {
    nothing_is_cut_off(0);
}

#[test]
fn nothing_is_cut_off_in_the_second_part() {
    nothing_is_cut_off(1);
}

/// A way to look at the page: its width, and styles that somebody may put over those of the page.
const WAYS: [(&str, u32, &str); 6] = [
    // 1280 px at 400 %.
    ("at 320 px", 320, ""),
    ("at 1280 px with text of 200 %", 1280, LARGE),
    ("at 640 px with text of 200 %", 640, LARGE),
    ("at 1280 px with wide spacing", 1280, SPACED),
    ("at 640 px with wide spacing", 640, SPACED),
    ("at 320 px with wide spacing", 320, SPACED),
];

/// Twice the size that the page has by itself, which a style of the page may not depend on the pixels of.
const LARGE: &str = ":root { font-size: calc(2 * 106.25%) !important }";

/// What success criterion 1.4.12 names.
const SPACED: &str = "
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
";

fn nothing_is_cut_off(part: usize) {
    let Some(mut quiz) = scenes::emulated_stage() else { return };
    let mut wrong = Vec::new();
    // In every language, or in the one that says the same at the greatest length.
    let languages = if e2e::is_full() { scenes::languages() } else { vec![scenes::longest_language()] };
    let all =
        languages.iter().flat_map(|language| scenes::part(part, PARTS).into_iter().map(move |scene| (language, scene)));
    for (language, scene) in all {
        if quiz.language() != *language {
            quiz.speak(language);
        }
        scene.enter(&mut quiz);
        for (way, width, style) in WAYS {
            view::set_size(&quiz.browser, width, 900);
            view::set_style(&quiz.browser, style);
            let found = quiz.browser.run(CUT_OFF, &[]);
            let found: Vec<String> = serde_json::from_value(found).expect("a list of texts");
            wrong.extend(found.iter().map(|fault| format!("{}, {language}, {way}: {fault}", scene.name)));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// What makes the page wider than the window, sticks out of its box, or is hidden by it. Of boxes within each other the
/// innermost is told, and of many of a kind the first.
const CUT_OFF: &str = "
    const faults = new Map();
    const tell = (element, kind, fault) => faults.set(element, { kind, fault });
    const root = document.documentElement;
    const name = element => [element.localName, ...element.classList].join('.');
    const raw = element => element.localName === 'input' ? element.value : element.textContent;
    const text = element => raw(element).replace(/\\s+/g, ' ').trim();
    const hidden = new Set();
    const isHidden = element => {
        // What is there for screen readers alone, with all within it; and a field, which scrolls what is in it.
        const is = hidden.has(element.parentElement) || getComputedStyle(element).clipPath === 'inset(50%)'
            || !element.checkVisibility() || element.matches('svg, a.skip, input[type=text]');
        if (is) hidden.add(element);
        return is;
    };
    for (const element of document.body.querySelectorAll('*')) {
        if (isHidden(element)) continue;
        const box = element.getBoundingClientRect();
        if (box.right > innerWidth + 1 || box.left < -1) {
            tell(element, 'outside', `lies from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
            continue;
        }
        // What is in a line has no box of its own, and counts by what is around it.
        if (element.clientWidth === 0 || text(element) === '') continue;
        if (element.scrollWidth > element.clientWidth + 1)
            tell(element, 'wide', `needs ${element.scrollWidth} px of ${element.clientWidth}`);
        if (getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
            tell(element, 'high', `needs ${element.scrollHeight} px of ${element.clientHeight} in height`);
    }
    const kinds = new Map();
    for (const [element, { kind, fault }] of faults) {
        if (Array.from(faults.keys()).some(other => other !== element && element.contains(other))) continue;
        const key = `${name(element)} ${kind}`;
        const known = kinds.get(key) ?? { count: 0, fault: `${name(element)} ${JSON.stringify(text(element).slice(0, 50))} ${fault}` };
        kinds.set(key, { ...known, count: known.count + 1 });
    }
    const lines = Array.from(kinds.values(), ({ count, fault }) => count > 1 ? `${fault}, and ${count - 1} like it` : fault);
    return (root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`] : []).concat(lines);
";

#[test]
fn with_forced_colours_what_is_picked_and_how_full_a_bar_is_can_be_seen() {
    let Some(mut quiz) = scenes::emulated_stage() else { return };
    let mut wrong = Vec::new();
    const SHOWING: [&str; 7] = [
        "intro-picked",
        "question-single-picked",
        "question-multi-picked",
        "question-number",
        "result-clear",
        "result-close",
        "result-ranges",
    ];
    for scene in scenes::part(0, 1).into_iter().filter(|scene| SHOWING.contains(&scene.name)) {
        scene.enter(&mut quiz);
        for theme in view::Theme::ALL {
            view::set_media(&quiz.browser, Media { theme, forced_colors: true, ..Media::default() });
            // A picture has no scrollbars, and without them all stands half their width further on.
            view::set_style(&quiz.browser, ":root { scrollbar-width: none }");
            let faults = unseen(&quiz.browser);
            wrong.extend(faults.iter().map(|fault| format!("{}, {}: {fault}", scene.name, theme.name())));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// What cannot be told apart by its colours.
fn unseen(browser: &Browser) -> Vec<String> {
    const CARDS: &str = "
        const borders = selector => Array.from(document.querySelectorAll(selector), card => {
            const { borderTopColor, borderTopWidth } = getComputedStyle(card);
            return `${borderTopWidth} ${borderTopColor}`;
        });
        const picked = borders('.choice--picked'), others = borders('.choice:not(.choice--picked)');
        return picked.some(border => others.includes(border));
    ";
    const BARS: &str = "
        const part = width => parseFloat(width) / 100;
        const box = element => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left + scrollX, top + scrollY, width, height];
        };
        const bars = Array.from(document.querySelectorAll('main progress'), bar =>
            ({ name: 'the progress', box: box(bar), full: bar.value / bar.max, open: bar.value / bar.max }));
        return bars.concat(Array.from(document.querySelectorAll('.scores__row'), row => ({
            name: `the bar of ${row.dataset.profile}`, box: box(row.querySelector('.score-bar')),
            full: row.dataset.score / 100, open: row.dataset.high / 100,
        })));
    ";
    let mut faults = Vec::new();
    if browser.run(CARDS, &[]) == true {
        faults.push("a picked card has the border of the others".to_owned());
    }
    for bar in browser.run(BARS, &[]).as_array().into_iter().flatten() {
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        let (full, open) = (number(&bar["full"]), number(&bar["open"]));
        let clip = [0, 1, 2, 3].map(|at| number(&bar["box"][at]));
        let colors = view::colors(browser, clip);
        let part = |from: f64, to: f64| {
            // Away from the ends, where bars are round and parts meet.
            let at = |share: f64| (share * colors.len() as f64) as usize;
            let (from, to) = (at(from) + 6, at(to).saturating_sub(6));
            let mut seen: Vec<&str> = colors.get(from..to).unwrap_or_default().iter().map(String::as_str).collect();
            seen.sort_unstable();
            seen.dedup();
            seen
        };
        let parts =
            [("what is full", part(0.0, full)), ("what is open", part(full, open)), ("the rest", part(open, 1.0))];
        let parts: Vec<_> = parts.iter().filter(|(_, colors)| !colors.is_empty()).collect();
        for pair in parts.windows(2) {
            let [(one, colors), (other, others)] = pair else { continue };
            if colors == others {
                faults.push(format!("{}: {one} looks like {other}: {colors:?}", bar["name"]));
            }
        }
    }
    faults
}

#[test]
fn nothing_moves_where_less_motion_is_asked_for() {
    const MOVING: &str = "
        const moves = element => ['', '::before', '::after'].some(part => {
            const style = getComputedStyle(element, part || null);
            return style.transitionDuration.split(', ').some(time => time !== '0s') || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth';
        });
        return Array.from(document.querySelectorAll('*')).filter(moves).map(element =>
            [element.localName, ...element.classList].join('.'));
    ";
    let Some(mut quiz) = scenes::emulated_stage() else { return };
    for scene in scenes::part(0, 1) {
        scene.enter(&mut quiz);
        let moving: Vec<String> = serde_json::from_value(quiz.browser.run(MOVING, &[])).expect("a list of texts");
        assert!(moving.is_empty(), "{}: {moving:?}", scene.name);
    }
    // Where none is asked for, there is some: or this test would see none wherever there is some.
    let intro = scenes::part(0, 1).into_iter().next().expect("there is a scene");
    intro.enter(&mut quiz);
    view::set_media(&quiz.browser, Media { reduced_motion: false, ..Media::default() });
    if scenes::are_all() {
        assert_ne!(quiz.browser.run(MOVING, &[]), serde_json::json!([]), "motion can be seen");
    }
}
