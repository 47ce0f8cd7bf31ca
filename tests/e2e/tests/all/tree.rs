//! What a screen reader is given of every scene, held against what it was given when somebody last looked at it.
//! `E2E_UPDATE=1` writes the snapshots anew: read the difference before you commit it.

use e2e::engine::{Gap, cannot};
use e2e::{scenes, tree};
use std::collections::BTreeSet;
use std::path::PathBuf;

const PARTS: usize = 2;

#[test]
fn the_accessibility_trees_of_the_first_part_are_as_kept() {
    are_as_kept(0);
}

#[test]
fn the_accessibility_trees_of_the_second_part_are_as_kept() {
    are_as_kept(1);
}

#[test]
fn every_snapshot_is_of_a_scene() {
    let kept = std::fs::read_dir(folder()).expect("there are snapshots");
    let kept: BTreeSet<_> = kept.filter_map(|file| file.ok()?.file_name().into_string().ok()).collect();
    let scenes = scenes::all().iter().map(|scene| format!("{}.txt", scene.name)).collect();
    assert_eq!(kept, scenes);
}

fn are_as_kept(part: usize) {
    if cannot(Gap::AccessibilityTree) {
        return;
    }
    let update = std::env::var_os("E2E_UPDATE").is_some_and(|value| value == "1");
    let Some(mut quiz) = scenes::emulated_stage() else { return };
    let mut wrong = Vec::new();
    for scene in scenes::part(part, PARTS) {
        scene.enter(&mut quiz);
        let file = folder().join(format!("{}.txt", scene.name));
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        if update {
            let tree = tree::read(&quiz.browser);
            std::fs::write(&file, tree).expect("a snapshot can be written");
            continue;
        }
        // The browser brings its tree up to date on its own time.
        let mut tree = String::new();
        for _ in 0..3 {
            tree = tree::read(&quiz.browser);
            if tree == kept {
                break;
            }
        }
        wrong.extend(difference(&kept, &tree).map(|lines| format!("{}:\n{lines}", scene.name)));
    }
    assert!(wrong.is_empty(), "{} scenes differ (E2E_UPDATE=1 writes them anew):\n{}", wrong.len(), wrong.join("\n"));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snapshots")
}

/// The first lines in which a tree is not as it was.
fn difference(kept: &str, now: &str) -> Option<String> {
    const MOST: usize = 6;
    let (kept, now): (Vec<_>, Vec<_>) = (kept.lines().collect(), now.lines().collect());
    let first = (0..kept.len().max(now.len())).find(|&line| kept.get(line) != now.get(line))?;
    let show = |sign: char, lines: &[&str]| {
        let lines = lines.iter().skip(first).take(MOST);
        lines.map(|line| format!("    {sign} {line}\n")).collect::<String>()
    };
    Some(format!("  from line {} on\n{}{}", first + 1, show('-', &kept), show('+', &now)))
}
