/** Station stories: the specification of the core as text, and the runner that plays them. */
@NullMarked
package io.pumpwatch.stories;

import org.jspecify.annotations.NullMarked;
