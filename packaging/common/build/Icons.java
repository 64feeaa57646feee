import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Makes the icons of all sizes ({@code orderbench-SIZE.png}), and of them those of Windows ({@code .ico}) and macOS ({@code .icns}), which
 * are containers that hold PNG files as they are. A size that the program draws for its own window is taken as it is; the others are
 * scaled down from the largest, {@code icons/orderbench-512.png}.
 */
final class Icons {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    /** Apple's names of the sizes, the doubled ones for sharp screens among them. */
    private static final Map<String, Integer> ICNS_SIZES = icnsSizes();

    private Icons() {}

    /** Arguments: the folder of the large picture and its source, that of the window's own icons, the folder to write into. */
    public static void main(String[] args) throws IOException {
        try {
            Path source = Path.of(args[0]);
            Path drawn = Path.of(args[1]);
            Path out = Files.createDirectories(Path.of(args[2]));
            for (int size : SIZES) {
                Path png = drawn.resolve("orderbench-" + size + ".png");
                Path target = out.resolve(png.getFileName());
                if (Files.isRegularFile(png)) {
                    Files.copy(png, target, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    scale(source.resolve("orderbench-512.png"), size, target);
                }
            }
            Files.copy(source.resolve("orderbench.svg"), out.resolve("orderbench.svg"), StandardCopyOption.REPLACE_EXISTING);
            Files.write(out.resolve("orderbench.ico"), ico(out));
            Files.write(out.resolve("orderbench.icns"), icns(out));
            System.out.println("[icons] orderbench.ico, orderbench.icns in " + out);
        } catch (BuildFailure failure) {
            System.err.println("[icons] " + failure.getMessage());
            System.exit(1);
        }
    }

    /** A directory of 16 bytes for each picture, then the pictures. All numbers little-endian; a width of 256 is written as 0. */
    static byte[] ico(Path pngs) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : ICO_SIZES) {
            pictures.add(png(pngs, size));
        }
        int total = 6 + 16 * pictures.size() + pictures.stream().mapToInt(p -> p.length).sum();
        ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int offset = 6 + 16 * pictures.size();
        for (int i = 0; i < pictures.size(); i++) {
            byte side = (byte) (ICO_SIZES.get(i) % 256);
            file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    /** Chunks of a four-letter name, a length that counts its own 8 bytes, and the picture. All numbers big-endian. */
    static byte[] icns(Path pngs) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(chunks);
        for (Map.Entry<String, Integer> chunk : ICNS_SIZES.entrySet()) {
            byte[] picture = png(pngs, chunk.getValue());
            out.write(chunk.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        ByteBuffer file = ByteBuffer.allocate(8 + chunks.size());
        return file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + chunks.size()).put(chunks.toByteArray()).array();
    }

    /** Halves until the wanted size is near, then once more: each pixel is a mean of its own area, so thin strokes stay. */
    private static void scale(Path from, int size, Path to) throws IOException {
        if (!Files.isRegularFile(from)) {
            throw new BuildFailure("No " + from + "; there is: " + names(from.getParent()) + ".");
        }
        BufferedImage image = ImageIO.read(from.toFile());
        while (image.getWidth() >= 2 * size) {
            image = drawn(image, image.getWidth() / 2);
        }
        ImageIO.write(image.getWidth() == size ? image : drawn(image, size), "png", to.toFile());
    }

    private static BufferedImage drawn(BufferedImage image, int size) {
        BufferedImage smaller = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, size, size, null);
        graphics.dispose();
        return smaller;
    }

    private static byte[] png(Path pngs, int size) throws IOException {
        Path file = pngs.resolve("orderbench-" + size + ".png");
        if (!Files.isRegularFile(file)) {
            throw new BuildFailure("No " + file + "; there is: " + names(pngs) + ".");
        }
        byte[] bytes = Files.readAllBytes(file);
        // The first chunk of a PNG gives width and height at bytes 16 and 20.
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (bytes.length < 24 || head.getInt(0) != 0x89504E47 || head.getInt(16) != size || head.getInt(20) != size) {
            throw new BuildFailure(file + " is not a PNG of " + size + " × " + size + " pixels.");
        }
        return bytes;
    }

    private static String names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "no folder " + folder;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(", ", files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static Map<String, Integer> icnsSizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("icp4", 16);
        sizes.put("icp5", 32);
        sizes.put("ic07", 128);
        sizes.put("ic08", 256);
        sizes.put("ic09", 512);
        sizes.put("ic11", 32);
        sizes.put("ic12", 64);
        sizes.put("ic13", 256);
        sizes.put("ic14", 512);
        return sizes;
    }
}
