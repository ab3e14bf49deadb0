/** The demo: a plant, an agent, an embedded broker and a dispatch seat in one process. */
@NullMarked
package io.pumpwatch.app.demo;

import org.jspecify.annotations.NullMarked;
