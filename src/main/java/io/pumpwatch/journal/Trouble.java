package io.pumpwatch.journal;

import io.pumpwatch.station.Lang;
import java.util.Map;

/**
 * What can be wrong with a data folder, in words that say what to do. Places in braces are filled from the arguments of
 * the {@link JournalException}.
 */
public enum Trouble {
    LOCKED(
            "another pumpwatch uses the data folder {folder} (process {pid}): stop it first, or name another folder",
            "另一个 pumpwatch 正在使用数据目录 {folder}（进程 {pid}）：请先停止它，或指定其他目录"),
    OTHER_VERSION(
            "{file} was written in format {found}, this program reads format {known}: use the program that wrote it",
            "{file} 的格式为 {found}，本程序只能读取格式 {known}：请使用写入它的程序"),
    NOT_A_SEGMENT(
            "{file} is not what its name says ({detail}): set it aside with 'pumpwatch restore --salvage', or "
                    + "restore a backup",
            "{file} 与其名称不符（{detail}）：请用 'pumpwatch restore --salvage' 将其隔离，或恢复备份"),
    DAMAGED(
            "{file} is damaged at {at}: {detail}. Nothing was changed. Run 'pumpwatch restore --salvage' to set "
                    + "it aside and"
                    + " keep what reads, or restore a backup",
            "{file} 在 {at} 处损坏：{detail}。未作任何更改。请运行 'pumpwatch restore --salvage' 隔离损坏文件并保留可读部分，或恢复备份"),
    MISSING(
            "{file} is missing: {detail}. Put it back, restore a backup, or run 'pumpwatch restore --salvage'",
            "缺少 {file}：{detail}。请放回该文件、恢复备份，或运行 'pumpwatch restore --salvage'"),
    READ_ONLY(
            "{file} can't be written ({detail}): give the user of pumpwatch the right to write there, or remount "
                    + "the disk"
                    + " read-write",
            "无法写入 {file}（{detail}）：请授予 pumpwatch 用户写权限，或以读写方式重新挂载磁盘"),
    DISK_FULL(
            "no room left on the disk of {file}: free some space; entries wait in memory meanwhile",
            "{file} 所在磁盘已满：请释放空间；记录暂存于内存"),
    IO("{file} can't be read or written: {detail}. Check the disk or card", "无法读写 {file}：{detail}。请检查磁盘或存储卡"),
    BAD_LINE("not a journal line, column {column}: {detail}", "不是日志行，第 {column} 列：{detail}"),
    BAD_BODY("{kind}, field {field}: {detail}", "{kind}，字段 {field}：{detail}"),
    UNKNOWN_KIND(
            "the journal holds an entry of kind {kind} version {version}, which this program doesn't know: use "
                    + "the newer"
                    + " program that wrote it",
            "日志含有本程序不认识的记录类型 {kind} 版本 {version}：请使用写入它的较新程序"),
    TOO_LONG(
            "an entry of kind {kind} would be {bytes} bytes long, {max} are allowed: shorten its texts",
            "类型为 {kind} 的记录长 {bytes} 字节，最多允许 {max} 字节：请缩短文字"),
    NOT_EMPTY(
            "the folder {folder} isn't empty: name a new or empty folder, nothing is overwritten",
            "目录 {folder} 不为空：请指定新的或空的目录，不会覆盖任何内容"),
    NO_BACKUP(
            "{folder} holds no backup of pumpwatch ({detail}): name the folder that 'pumpwatch backup' made",
            "{folder} 中没有 pumpwatch 备份（{detail}）：请指定 'pumpwatch backup' 生成的目录"),
    WRONG_PASSPHRASE(
            "the secrets in the backup don't open with this passphrase: type it again, or restore without it and "
                    + "enrol a new"
                    + " first chief",
            "此口令无法打开备份中的密文：请重新输入，或不带口令恢复并重新登记首位站长"),
    BAD_KEY(
            "{file} is no Ed25519 key of this station ({detail}): restore it from a backup, or delete it to make "
                    + "a new one",
            "{file} 不是本站的 Ed25519 密钥（{detail}）：请从备份恢复，或删除后重新生成");

    private final String en;
    private final String zh;

    Trouble(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The words with their places filled; a place without an argument stays as it is. */
    public String words(Lang lang, Map<String, String> args) {
        String text = lang == Lang.ZH ? zh : en;
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }
}
