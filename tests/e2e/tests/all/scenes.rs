//! Every scene can be entered, whichever was there before.

use e2e::scenes;

#[test]
fn every_scene_is_there_to_be_entered() {
    let mut quiz = scenes::stage();
    for scene in scenes::part(0, 1) {
        scene.enter(&mut quiz);
    }
}
