/** What the pages show, as plain records that the templates write out. Pure: from the API's answers to blocks. */
@NullMarked
package io.pumpwatch.web.pages;

import org.jspecify.annotations.NullMarked;
