package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.stories.Story.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario file, played; and the proof that a wrong one fails. */
class StoriesTest {
    @TestFactory
    Stream<DynamicTest> stories() {
        return Scenarios.in("scenarios").stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.file().replace("scenarios/", "") + " " + story.rules() + " " + story.title(),
                        () -> StoryPlayer.play(story)));
    }

    @TestFactory
    Stream<DynamicTest> wrongStoriesFail() {
        return Scenarios.in("scenarios-wrong").stream()
                .map(story -> DynamicTest.dynamicTest("must fail: " + story.title(), () -> {
                    Fault fault = assertThrows(Fault.class, () -> StoryPlayer.play(story));
                    // The title is what the message must say, after file and line.
                    String said = String.valueOf(fault.getMessage());
                    assertTrue(said.matches("scenarios-wrong/\\S+\\.txt:\\d+: (?s).*"), said);
                    assertTrue(said.contains(story.title()), said);
                }));
    }

    @Test
    void aFileThatIsNoStoryIsRefused() {
        assertThrows(Fault.class, () -> StoryReader.read("x.txt", "# nothing\n"));
        assertThrows(Fault.class, () -> StoryReader.read("x.txt", "steps 1\nstory a\n"));
        assertThrows(Fault.class, () -> StoryReader.read("x.txt", "rules P1\nstation s\nstory a\nt|a\n2 s|\n1 s|\n"));
    }
}
