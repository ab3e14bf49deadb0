/** The one adapter to the MQTT library, and the sockets it uses. */
@NullMarked
package io.pumpwatch.dispatch.paho;

import org.jspecify.annotations.NullMarked;
