/** Signing and checking of commands: Ed25519 keys, JWS compact. */
@NullMarked
package io.pumpwatch.dispatch.sign;

import org.jspecify.annotations.NullMarked;
