/** Station file to one typed plan, with records of its own for the shells; every fault of the file at once. */
@NullMarked
package io.pumpwatch.config;

import org.jspecify.annotations.NullMarked;
