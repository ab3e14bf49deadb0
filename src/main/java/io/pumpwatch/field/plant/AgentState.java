package io.pumpwatch.field.plant;

/** What the relay board knows of the agent. */
public enum AgentState {
    /** Connected, hasn't written yet. */
    STARTING,
    /** Writes often enough. */
    ALIVE,
    /** Was never connected, has closed, or its writes stay away. */
    DEAD
}
