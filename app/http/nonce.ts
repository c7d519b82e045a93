import { createContext, useContext } from "react";

/** The nonce of this answer, for the scripts that we write ourselves; the browser keeps none. */
const Nonce = createContext("");
export const NonceProvider = Nonce.Provider;
export const useNonce = () => useContext(Nonce);
