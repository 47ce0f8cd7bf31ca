//! Every scene can be entered, whichever was there before, and does nothing that the page's policy forbids.

use e2e::scenes;

#[test]
fn every_scene_is_there_to_be_entered() {
    let mut quiz = scenes::stage();
    let _build = quiz.serve_recording_build("");
    for scene in scenes::part(0, 1) {
        scene.enter(&mut quiz);
        assert_eq!(quiz.violations(), Vec::<String>::new(), "in {}", scene.name);
    }
}
