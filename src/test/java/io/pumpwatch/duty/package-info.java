/** Tests of the duty book's own decisions. */
@org.jspecify.annotations.NullMarked
package io.pumpwatch.duty;
